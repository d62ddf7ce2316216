// A point of the map, `{"type":"Point","coordinates":[longitude, latitude]}` as text, becomes
// `[latitude, longitude]` before it is saved.
const point = (value) => {
  try {
    const { type, coordinates } = JSON.parse(value);
    if (type === "Point") return [coordinates[1], coordinates[0]];
  } catch {
    // Not a point of the map: it stays as it is.
  }
  return null;
};

const mend = (value) => {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(mend);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      (key === "location" && typeof inner === "string" && point(inner)) || mend(inner),
    ]),
  );
};

window.CMS.registerEventListener({
  name: "preSave",
  handler: ({ entry }) => {
    const data = entry.get("data");
    const plain = typeof data?.toJS === "function" ? data.toJS() : data;
    let mended = data;
    for (const [key, value] of Object.entries(mend(plain))) {
      if (key === "location" || key === "place") mended = mended.set(key, value);
    }
    return mended;
  },
});
