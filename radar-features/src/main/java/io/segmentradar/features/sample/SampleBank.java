package io.segmentradar.features.sample;

import io.segmentradar.features.calendar.CalendarMonth;
import io.segmentradar.features.calendar.KoreanCalendar;
import io.segmentradar.features.sample.RandomStream.Purpose;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The sample's bank as it stands in one month: every customer's state in arrays, advanced month by month. Within a
 * month any customers can be written in any order by any thread, each customer once.
 */
final class SampleBank {
    private final SampleRequest request;
    private final KoreanCalendar calendar = new KoreanCalendar();
    private final Market market = Market.load();
    private final CustomerBook book;
    private final Portfolio portfolio;
    private final Deposits deposits;
    private final Credit credit;
    private final Payments payments;
    private final ForeignTrade trade;
    private final ExchangeRate rate;
    private final Economy economy;
    private final EventPlan events;
    private final RowFormat format;
    private final BitSet segments = new BitSet();
    private Tally tally;
    private CalendarMonth today;
    private byte[] monthText;
    private int month = -1;

    SampleBank(SampleRequest request) {
        this.request = request;
        int customers = request.customers();
        book = new CustomerBook(market, request.seed(), customers, request.months());
        portfolio = new Portfolio(market, book, request.seed());
        rate = new ExchangeRate(request.seed(), request.months());
        deposits = new Deposits(portfolio, customers);
        credit = new Credit(portfolio, customers);
        payments = new Payments(portfolio, customers);
        trade = new ForeignTrade(portfolio, rate, customers);
        economy = new Economy(market, request.seed());
        events = new EventPlan(request, market);
        format = new RowFormat(market, request.encoding());
        tally = new Tally(market.cells());
    }

    byte[] header() {
        return format.header();
    }

    /** Moves on to the next month; no customer may be under way. */
    void advance() {
        month++;
        today = CalendarMonth.of(request.first().plusMonths(month), calendar);
        monthText = format.month(today.month());
        economy.advance(month, today);
        events.advance(month, tally);
        tally = new Tally(market.cells());
    }

    /** Closes the month once all its rows are written, and counts them. */
    long close() {
        long rows = 0;
        for (int cell = 0; cell < market.cells(); cell++) {
            rows += tally.rows(cell);
            if (tally.rows(cell) > 0) {
                segments.set(cell);
            }
        }
        return rows;
    }

    /** Writes this month's rows of customers {@code from} (inclusive) to {@code to} (exclusive). */
    ByteLine write(int from, int to) {
        ByteLine out = new ByteLine();
        SampleRow row = new SampleRow();
        RandomStream random = new RandomStream();
        for (int customer = from; customer < to; customer++) {
            random.startAt(request.seed(), Purpose.CUSTOMER_MONTH, customer, month);
            if (book.present(customer, month, random)) {
                fill(row, customer, random);
                tally.add(row);
                format.write(monthText, row, book.districtOf(customer), random, out);
            }
        }
        return out;
    }

    SampleSummary summary(long rows) {
        NavigableMap<YearMonth, Double> usdKrw = new TreeMap<>();
        for (int i = 0; i < request.months(); i++) {
            usdKrw.put(request.first().plusMonths(i), rate.at(i));
        }
        return new SampleSummary(rows, segments.cardinality(), events.events(), usdKrw);
    }

    private void fill(SampleRow row, int customer, RandomStream random) {
        int cell = book.cell(customer, today.month().getMonthValue(), random);
        row.start(customer, cell, book.vigour(customer, month));
        portfolio.advance(customer, random);
        deposits.fill(row, economy, random);
        events.apply(EventKpi.DEPOSITS, row);
        credit.fill(row, economy, random);
        events.apply(EventKpi.LOANS, row);
        payments.fill(row, month, economy, random);
        events.apply(EventKpi.CARD_SPEND, row);
        events.apply(EventKpi.DIGITAL_AMOUNT, row);
        payments.fillFlows(row, deposits.demandChange(row), economy, random);
        events.apply(EventKpi.NET_INFLOW, row);
        trade.fill(row, month, random);
        events.apply(EventKpi.FX_AMOUNT, row);
    }
}
