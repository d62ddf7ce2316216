// The home's question "what is near me?".
//
// In: a tap on the button. Out: the listing of spaces, nearest first. Promise: the device is asked
// where it is only on the tap; the answer stays in this tab.

import { locate } from './locate.js';

const button = document.getElementById('near');
const told = document.getElementById('near-said');

button?.addEventListener('click', async () => {
  told.textContent = button.dataset.locating;
  try {
    sessionStorage.setItem('here', JSON.stringify(await locate()));
    location.href = button.dataset.list;
  } catch {
    told.textContent = button.dataset.refused;
  }
});
