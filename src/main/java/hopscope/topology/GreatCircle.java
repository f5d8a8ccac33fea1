package hopscope.topology;

/** Distances on the Earth, by the haversine formula on a sphere of the mean radius (IUGG: 6371.0088 km). */
public final class GreatCircle {
    /** Mean radius of the Earth. */
    public static final double RADIUS_KM = 6371.0088;

    /** Light in fibre covers about two thirds of its way in vacuum: 200 km in a millisecond, 5 µs per km. */
    public static final double NANOS_PER_KM = 5_000;

    private GreatCircle() {}

    /** Distance between two places in degrees east and north. */
    public static double km(double longitudeA, double latitudeA, double longitudeB, double latitudeB) {
        double north = StrictMath.sin(Math.toRadians(latitudeB - latitudeA) / 2);
        double east = StrictMath.sin(Math.toRadians(longitudeB - longitudeA) / 2);
        double chord = north * north
                + StrictMath.cos(Math.toRadians(latitudeA)) * StrictMath.cos(Math.toRadians(latitudeB)) * east * east;
        return 2 * RADIUS_KM * StrictMath.asin(Math.min(1, Math.sqrt(chord)));
    }
}
