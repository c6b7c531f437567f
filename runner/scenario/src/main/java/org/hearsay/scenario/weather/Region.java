package org.hearsay.scenario.weather;

/**
 * A place with a data center: nineteen cities that Fly.io has run servers in (<a
 * href="https://fly.io/docs/reference/regions/">its list of regions</a>), at the cities' latitudes
 * and longitudes to a tenth of a degree, which is 11 km or 0.15 ms of round trip.
 */
public enum Region {
  AMSTERDAM(52.4, 4.9),
  ASHBURN(39.0, -77.5),
  BOGOTA(4.7, -74.1),
  CHICAGO(41.9, -87.6),
  DALLAS(32.8, -96.8),
  FRANKFURT(50.1, 8.7),
  JOHANNESBURG(-26.2, 28.0),
  LONDON(51.5, -0.1),
  LOS_ANGELES(34.1, -118.2),
  MADRID(40.4, -3.7),
  MUMBAI(19.1, 72.9),
  PARIS(48.9, 2.4),
  SANTIAGO(-33.4, -70.7),
  SAO_PAULO(-23.6, -46.6),
  SINGAPORE(1.4, 103.8),
  STOCKHOLM(59.3, 18.1),
  SYDNEY(-33.9, 151.2),
  TOKYO(35.7, 139.7),
  TORONTO(43.7, -79.4);

  /** The mean radius of the earth (IUGG). */
  private static final double EARTH_KM = 6371.0;

  private final double latitudeRadians;
  private final double longitudeRadians;

  Region(double latitude, double longitude) {
    latitudeRadians = StrictMath.toRadians(latitude);
    longitudeRadians = StrictMath.toRadians(longitude);
  }

  /** The length of the great circle to another one (haversine), in kilometers. */
  public double kilometersTo(Region other) {
    double a =
        squaredHalfSine(other.latitudeRadians - latitudeRadians)
            + StrictMath.cos(latitudeRadians)
                * StrictMath.cos(other.latitudeRadians)
                * squaredHalfSine(other.longitudeRadians - longitudeRadians);
    return 2 * EARTH_KM * StrictMath.asin(StrictMath.sqrt(a));
  }

  private static double squaredHalfSine(double angle) {
    double sine = StrictMath.sin(angle / 2);
    return sine * sine;
  }
}
