// Plane geometry for the outlines: projecting a topology with its shared arcs kept shared, paths in whole numbers, and where a
// label has most room. Pure functions; left out: files, names, choices.

import { geoIdentity, geoPath } from "d3-geo";
import { presimplify, simplify } from "topojson-simplify";

/** The topology with its arcs unpacked and sent through `project`: shared arcs stay shared. */
export function projected(topology, project) {
  const { scale: [sx, sy], translate: [tx, ty] } = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => project([(x += dx) * sx + tx, (y += dy) * sy + ty]));
  });
  const { transform, bbox, ...rest } = topology;
  return { ...rest, arcs };
}

/** Leaves out corners whose triangle is smaller than `least`, arc by arc, so that neighbours lose the same ones. */
export function simplified(topology, least) {
  return simplify(presimplify(topology), least);
}

/** The rings of a geometry cut to a rectangle, in whole numbers; those that enclose less than `least` are left out. */
export function cutRings(geometry, extent, least) {
  const rings = [];
  const pen = {
    moveTo: (x, y) => rings.push([[x, y]]),
    lineTo: (x, y) => rings.at(-1).push([x, y]),
    closePath: () => {},
    arc: () => {},
  };
  geoPath(geoIdentity().clipExtent(extent), pen)(geometry);
  return rings.map(whole).filter((ring) => ring.length > 2 && Math.abs(area(ring)) >= least);
}

/** A line in whole numbers, without repeated points; a ring without its closing point. */
export function whole(points) {
  const out = points.map(([x, y]) => [Math.round(x), Math.round(y)])
    .filter(([x, y], n, all) => n === 0 || x !== all[n - 1][0] || y !== all[n - 1][1]);
  const [first, last] = [out[0], out.at(-1)];
  if (out.length > 1 && first[0] === last[0] && first[1] === last[1]) out.pop();
  return out;
}

/** The area that a ring encloses, positive where it runs clockwise on the screen. */
function area(ring) {
  return ring.reduce((sum, [x, y], n) => {
    const [nx, ny] = ring[(n + 1) % ring.length];
    return sum + x * ny - nx * y;
  }, 0) / 2;
}

/** Path data with relative commands: a minus sign separates as well as a space does. */
export function path(points, closed) {
  const [[x, y], ...rest] = points;
  let [px, py] = [x, y];
  const steps = rest.map(([nx, ny]) => {
    const step = pair(nx - px, ny - py);
    [px, py] = [nx, ny];
    return step;
  });
  return `M${pair(x, y)}l${steps.join(" ").replaceAll(" -", "-")}${closed ? "z" : ""}`;
}

function pair(x, y) {
  return y < 0 ? `${x}${y}` : `${x} ${y}`;
}

/**
 * The point within rings at which a line of text has most room, and half the width it may have there.
 *
 * Text is wide and low: heights are stretched, so that the largest circle found is a flat ellipse on the map.
 */
export function labelPoint(rings, stretch = 3.2, step = 6) {
  const edges = rings.flatMap((ring) => ring.map((point, n) => [point, ring[(n + 1) % ring.length]]));
  const xs = edges.map(([[x]]) => x), ys = edges.map(([[, y]]) => y);
  let best = { x: Math.round(xs[0]), y: Math.round(ys[0]), room: 0 };
  const consider = (x, y) => {
    if (!inside(edges, x, y)) return;
    const room = Math.sqrt(Math.min(...edges.map((edge) => squaredDistance(edge, x, y, stretch))));
    if (room > best.room) best = { x, y, room };
  };
  for (let y = Math.min(...ys); y <= Math.max(...ys); y += step) {
    for (let x = Math.min(...xs); x <= Math.max(...xs); x += step) consider(x, y);
  }
  return { ...best, room: Math.round(best.room) };
}

function inside(edges, x, y) {
  let crossings = 0;
  for (const [[ax, ay], [bx, by]] of edges) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) crossings += 1;
  }
  return crossings % 2 === 1;
}

function squaredDistance([[ax, ay], [bx, by]], x, y, stretch) {
  const [dx, dy] = [bx - ax, (by - ay) * stretch];
  const [px, py] = [x - ax, (y - ay) * stretch];
  const along = dx || dy ? Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy))) : 0;
  return (px - along * dx) ** 2 + (py - along * dy) ** 2;
}
