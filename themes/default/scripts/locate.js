// Where the reader is: asked of the device, and only when a tap has asked for it.

/** Latitude and longitude; rejected where the reader says no or the device does not know. */
export const locate = () =>
  new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Error('no geolocation'));
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve([coords.latitude, coords.longitude]), reject, { timeout: 10000, maximumAge: 600000 });
  });
