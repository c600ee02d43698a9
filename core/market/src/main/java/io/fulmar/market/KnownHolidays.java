package io.fulmar.market;

/**
 * Holidays of exchanges as they announced them, weekdays only, in the form that {@link Holidays} reads. Years that are not listed have none
 * here. Evening sessions on holidays (Muhurat trading) and sessions on Saturdays are not known.
 */
final class KnownHolidays {
    private KnownHolidays() {}

    /** NSE and BSE, equities, 2024 to 2026. */
    static final String INDIA = """
            2024-01-22 # special holiday
            2024-01-26 # Republic Day
            2024-03-08 # Mahashivratri
            2024-03-25 # Holi
            2024-03-29 # Good Friday
            2024-04-11 # Id-ul-Fitr
            2024-04-17 # Ram Navami
            2024-05-01 # Maharashtra Day
            2024-05-20 # general election
            2024-06-17 # Bakri Id
            2024-07-17 # Moharram
            2024-08-15 # Independence Day
            2024-10-02 # Mahatma Gandhi Jayanti
            2024-11-01 # Diwali Laxmi Pujan
            2024-11-15 # Guru Nanak Jayanti
            2024-11-20 # state election
            2024-12-25 # Christmas
            2025-02-26 # Mahashivratri
            2025-03-14 # Holi
            2025-03-31 # Id-ul-Fitr
            2025-04-10 # Mahavir Jayanti
            2025-04-14 # Ambedkar Jayanti
            2025-04-18 # Good Friday
            2025-05-01 # Maharashtra Day
            2025-08-15 # Independence Day
            2025-08-27 # Ganesh Chaturthi
            2025-10-02 # Mahatma Gandhi Jayanti
            2025-10-21 # Diwali Laxmi Pujan
            2025-10-22 # Diwali Balipratipada
            2025-11-05 # Guru Nanak Jayanti
            2025-12-25 # Christmas
            2026-01-15 # municipal election
            2026-01-26 # Republic Day
            2026-03-03 # Holi
            2026-03-26 # Ram Navami
            2026-03-31 # Mahavir Jayanti
            2026-04-03 # Good Friday
            2026-04-14 # Ambedkar Jayanti
            2026-05-01 # Maharashtra Day
            2026-05-28 # Bakri Id
            2026-06-26 # Muharram
            2026-09-14 # Ganesh Chaturthi
            2026-10-02 # Mahatma Gandhi Jayanti
            2026-10-20 # Dussehra
            2026-11-10 # Diwali Balipratipada
            2026-11-24 # Guru Nanak Jayanti
            2026-12-25 # Christmas
            """;

    /** NYSE and Nasdaq, 2020 to 2026. Early closes are at 13:00; what follows regular hours is taken to close with them. */
    static final String US = """
            2020-01-01
            2020-01-20
            2020-02-17
            2020-04-10
            2020-05-25
            2020-07-03
            2020-09-07
            2020-11-26
            2020-11-27 13:00
            2020-12-24 13:00
            2020-12-25
            2021-01-01
            2021-01-18
            2021-02-15
            2021-04-02
            2021-05-31
            2021-07-05
            2021-09-06
            2021-11-25
            2021-11-26 13:00
            2021-12-24
            2022-01-17
            2022-02-21
            2022-04-15
            2022-05-30
            2022-06-20
            2022-07-04
            2022-09-05
            2022-11-24
            2022-11-25 13:00
            2022-12-26
            2023-01-02
            2023-01-16
            2023-02-20
            2023-04-07
            2023-05-29
            2023-06-19
            2023-07-03 13:00
            2023-07-04
            2023-09-04
            2023-11-23
            2023-11-24 13:00
            2023-12-25
            2024-01-01
            2024-01-15
            2024-02-19
            2024-03-29
            2024-05-27
            2024-06-19
            2024-07-03 13:00
            2024-07-04
            2024-09-02
            2024-11-28
            2024-11-29 13:00
            2024-12-24 13:00
            2024-12-25
            2025-01-01
            2025-01-09 # mourning for President Carter
            2025-01-20
            2025-02-17
            2025-04-18
            2025-05-26
            2025-06-19
            2025-07-03 13:00
            2025-07-04
            2025-09-01
            2025-11-27
            2025-11-28 13:00
            2025-12-24 13:00
            2025-12-25
            2026-01-01
            2026-01-19
            2026-02-16
            2026-04-03
            2026-05-25
            2026-06-19
            2026-07-03
            2026-09-07
            2026-11-26
            2026-11-27 13:00
            2026-12-24 13:00
            2026-12-25
            """;
}
