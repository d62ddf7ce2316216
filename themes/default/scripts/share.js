// Taking a page along: shared in the device's own way where it has one, else its address copied; or
// on paper.
//
// In: a tap on a button. Out: the device's sheet, or the address on the clipboard, said aloud.

const button = document.getElementById('share');

if (button && (navigator.share || navigator.clipboard)) {
  const told = document.getElementById('share-said');
  const address = location.origin + location.pathname;
  button.addEventListener('click', async () => {
    if (navigator.share) {
      // Closing the sheet is no failure.
      await navigator.share({ title: document.querySelector('h1').textContent, url: address }).catch(() => {});
    } else {
      await navigator.clipboard.writeText(address).then(() => (told.textContent = button.dataset.copied), () => (told.textContent = address));
    }
  });
  button.hidden = false;
}

const sheet = document.getElementById('print');
sheet?.addEventListener('click', () => window.print());
if (sheet) sheet.hidden = false;
