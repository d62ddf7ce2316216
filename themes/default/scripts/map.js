// On the map page of a site that names a tile server: loads a map of tiles once the citizen agrees,
// and not before. The drawing stays; this map lies over it and can be put away.

const offer = document.getElementById('tiles');
const drawing = document.getElementById('plan');
const place = document.getElementById('tile-map');
const button = offer.querySelector('button');
const said = offer.querySelector('[role=status]');
const { template, attribution, leaflet, styles, failed, zoomIn, zoomOut, back } = offer.dataset;
const words = button.textContent;
let map;

const stylesheet = (address) => new Promise((resolve, reject) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address, onload: resolve, onerror: reject });
  document.head.append(link);
});

/** Leaflet takes markup where it says who made the tiles: what stands in the site's words is text. */
const escaped = (text) => Object.assign(document.createElement('span'), { textContent: text }).innerHTML;

function draw() {
  const L = window.L;
  map = L.map(place, { zoomControl: false, attributionControl: false });
  L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  L.control.attribution({ prefix: false }).addAttribution(escaped(attribution)).addTo(map);
  const tiles = L.tileLayer(template, { maxZoom: 18 }).addTo(map);
  tiles.on('tileerror', () => (said.textContent = failed));
  tiles.on('tileload', () => (said.textContent = ''));
  const bounds = L.latLngBounds([]);
  for (const pin of drawing.querySelectorAll('.pin[data-at]')) {
    const at = pin.dataset.at.split(',').map(Number);
    const name = pin.getAttribute('aria-label');
    const icon = L.divIcon({ className: 'tile-pin', html: escaped(pin.textContent), iconSize: [44, 44] });
    const link = Object.assign(document.createElement('a'), { href: pin.href.baseVal, textContent: name });
    L.marker(at, { icon, title: name }).bindPopup(link, { closeButton: false }).addTo(map);
    bounds.extend(at);
  }
  map.fitBounds(bounds, { padding: [32, 32], maxZoom: 15 });
}

async function show() {
  button.disabled = true;
  try {
    if (!map) {
      await Promise.all([stylesheet(styles), window.L ?? import(leaflet)]);
      place.hidden = false;
      draw();
    }
    place.hidden = false;
    drawing.hidden = true;
    button.textContent = back;
  } catch {
    place.hidden = true;
    said.textContent = failed;
  } finally {
    button.disabled = false;
  }
}

function hide() {
  place.hidden = true;
  drawing.hidden = false;
  button.textContent = words;
  said.textContent = '';
}

button.addEventListener('click', () => (place.hidden ? show() : hide()));
offer.hidden = false;
