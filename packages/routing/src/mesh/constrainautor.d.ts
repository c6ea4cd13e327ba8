/**
 * What is used of @kninnug/constrainautor. The package gives its TypeScript source as its types, which does not pass this project's
 * compiler options, and skipLibCheck spares declarations only: hence `imports` in package.json.
 */
declare class Constrainautor {
  /** `triangulation` as Delaunator gives it; it is changed in place. */
  constructor(triangulation: {
    readonly coords: ArrayLike<number>;
    readonly triangles: Uint32Array;
    readonly halfedges: Int32Array;
  });
  /** Makes ab an edge; throws where a vertex or another constrained edge lies in its way. */
  constrainOne(a: number, b: number): number;
  /** Restores the Delaunay property, `deep` until nothing changes. */
  delaunify(deep?: boolean): this;
}

// biome-ignore lint/style/noDefaultExport: the package's own form.
export { Constrainautor as default };
