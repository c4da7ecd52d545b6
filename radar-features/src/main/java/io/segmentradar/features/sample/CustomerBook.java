package io.segmentradar.features.sample;

import io.segmentradar.features.sample.Places.Place;
import io.segmentradar.features.sample.RandomStream.Purpose;

/**
 * Who the customers are and in which segment each stands: industry, province and size for life, grade and dedicated
 * manager as reviews move them. Customers are born and close; some have no row in some months.
 */
final class CustomerBook {
    private static final double BIRTHS_A_MONTH = 0.007;
    private static final double LOG_SURVIVAL_A_MONTH = StrictMath.log1p(-0.0035);
    private static final double GIANTS = 0.004;
    private static final double SIZE_STANDING = 0.5;
    private static final double OWN_STANDING = 0.6;
    private static final double ABSENCE = 0.055;
    private static final double REVIEW = 0.10;
    private static final double HALF_YEAR_REVIEW = 0.35;
    /** Upper bounds of the standing, from best, at which grades 우수 and 일반 begin. */
    private static final double[] GRADE_BOUNDS = {-0.62, -1.35};

    /** How much less often a scattered customer has a dedicated manager. */
    private static final double FAR = 1.6;

    private static final double[] DEDICATED_SHARE = {0.975, 0.90, 0.62};

    private final Market market;
    private final short[] industry;
    private final byte[] province;
    private final byte[] district;
    private final float[] size;
    private final float[] standing;
    private final float[] reviewed;
    private final float[] closeness;
    private final short[] birth;
    private final int[] closing;

    CustomerBook(Market market, long seed, int customers, int months) {
        this.market = market;
        industry = new short[customers];
        province = new byte[customers];
        district = new byte[customers];
        size = new float[customers];
        standing = new float[customers];
        reviewed = new float[customers];
        closeness = new float[customers];
        birth = new short[customers];
        closing = new int[customers];
        Places places = new Places(market, seed);
        double bornLater = BIRTHS_A_MONTH * months / (1 + BIRTHS_A_MONTH * months);
        RandomStream random = new RandomStream();
        for (int customer = 0; customer < customers; customer++) {
            draw(customer, random.startAt(seed, Purpose.CUSTOMER, customer, 0), places);
            birth[customer] = (short) (random.chance(bornLater) ? 1 + random.below(Math.max(1, months - 1)) : 0);
            double lifetime = StrictMath.log(1 - random.uniform()) / LOG_SURVIVAL_A_MONTH;
            closing[customer] = birth[customer] + 1 + (int) Math.min(lifetime, 1e6);
        }
    }

    private void draw(int customer, RandomStream random, Places places) {
        Place place = places.draw(random);
        industry[customer] = (short) place.industry();
        province[customer] = (byte) place.province();
        district[customer] = (byte) random.below(
                market.provinces().get(province[customer]).districts().size());
        size[customer] = (float) (random.normal() + (random.chance(GIANTS) ? random.between(1, 2.5) : 0));
        double own = place.standing() + OWN_STANDING * random.normal();
        standing[customer] = (float) (SIZE_STANDING * size[customer] + own);
        reviewed[customer] = standing[customer];
        closeness[customer] = (float) (random.uniform() * (place.scattered() ? FAR : 1));
    }

    int size() {
        return size.length;
    }

    /** Standard normal but for a few giants. */
    double sizeOf(int customer) {
        return size[customer];
    }

    int industryOf(int customer) {
        return industry[customer];
    }

    int districtOf(int customer) {
        return district[customer];
    }

    /** Months since the customer came, or a negative number before; customers of month 0 came long ago. */
    int age(int customer, int month) {
        return birth[customer] == 0 ? month + 120 : month - birth[customer];
    }

    /** Whether a customer has a row this month; draws from the customer's month. */
    boolean present(int customer, int month, RandomStream random) {
        return month >= birth[customer] && month < closing[customer] && !random.chance(ABSENCE);
    }

    /** Business of a customer as a share of the usual: newcomers build up, leavers run down. */
    double vigour(int customer, int month) {
        int age = age(customer, month);
        int left = closing[customer] - month;
        double building = age > 12 ? 1 : 1 - 0.6 * StrictMath.exp(-age / 3.0);
        return left > 3 ? building : building * left / 4.0;
    }

    /** Reviews the grade now and then, mostly in January and July, and says in which cell the customer stands. */
    int cell(int customer, int monthOfYear, RandomStream random) {
        if (random.chance(monthOfYear % 6 == 1 ? HALF_YEAR_REVIEW : REVIEW)) {
            double drift = reviewed[customer] - standing[customer];
            reviewed[customer] = (float) (standing[customer] + 0.85 * drift + 0.16 * random.normal());
        }
        int grade = 0;
        while (grade < GRADE_BOUNDS.length && reviewed[customer] < GRADE_BOUNDS[grade]) {
            grade++;
        }
        boolean dedicated = closeness[customer] < DEDICATED_SHARE[grade];
        return market.cell(industry[customer], province[customer], grade, dedicated);
    }
}
