package io.segmentradar.report.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.report.SampleRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Read back by Apache POI, which shares no code with the writer. */
class RunWorkbookTest {
    private static final RadarRun RUN = SampleRun.create();

    private static byte[] write(RadarRun run, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RunWorkbook(run, language).write(out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(Language language) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(write(RUN, language)));
    }

    @Test
    void hasFiveSheetsWithKoreanNames() throws IOException {
        try (XSSFWorkbook workbook = open(Language.KO)) {
            List<String> names = new ArrayList<>();
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));
            assertEquals(List.of("워치리스트", "추천 액션", "예측", "세그먼트", "안내"), names);
        }
    }

    @Test
    void everySheetHasFrozenHeaderAndFilterOverAllRows() throws IOException {
        try (XSSFWorkbook workbook = open(Language.KO)) {
            workbook.forEach(sheet -> {
                assertEquals(1, sheet.getPaneInformation().getHorizontalSplitTopRow());
                String filter =
                        ((XSSFSheet) sheet).getCTWorksheet().getAutoFilter().getRef();
                assertTrue(filter.startsWith("A1:") && filter.endsWith("" + (sheet.getLastRowNum() + 1)), filter);
            });
        }
    }

    @Test
    void showsTheNumbersOfTheRunWithFormats() throws IOException {
        try (XSSFWorkbook workbook = open(Language.KO)) {
            XSSFSheet sheet = workbook.getSheet("워치리스트");
            assertEquals(RUN.alerts().size(), sheet.getLastRowNum());
            for (int i = 0; i < RUN.alerts().size(); i++) {
                var alert = RUN.alerts().get(i);
                Row row = sheet.getRow(i + 1);
                assertEquals(alert.actual(), cell(row, "실적").getNumericCellValue(), 1e-9 * Math.abs(alert.actual()));
                assertEquals(alert.impact(), cell(row, "영향 금액").getNumericCellValue(), 1e-9 * alert.impact());
                assertEquals(alert.severity().label().ko(), cell(row, "심각도").getStringCellValue());
                assertTrue(cell(row, "실적").getCellStyle().getDataFormatString().startsWith("#,##0"));
                assertEquals(
                        alert.month().atDay(1),
                        cell(row, "월").getLocalDateTimeCellValue().toLocalDate());
            }
            XSSFSheet forecasts = workbook.getSheet("예측");
            assertEquals(6 * 3 * (1 + RUN.panel().segments()), forecasts.getLastRowNum());
            assertEquals(RUN.panel().segments(), workbook.getSheet("세그먼트").getLastRowNum());
            Row action = workbook.getSheet("추천 액션").getRow(1);
            assertEquals(
                    RUN.actions().get(0).worth().value(),
                    cell(action, "기대 가치(가정)").getNumericCellValue(),
                    1e-9);
            assertEquals(
                    RUN.actions().get(0).delivery().due(),
                    cell(action, "기한").getLocalDateTimeCellValue().toLocalDate());
        }
    }

    @Test
    void holdsNoFormulaAndNeutralisesTextsThatLookLikeOne() throws IOException {
        assertEquals("'=HYPERLINK(\"x\")", Sheet.harmless("=HYPERLINK(\"x\")"));
        assertEquals("'@SUM(A1)", Sheet.harmless("@SUM(A1)"));
        assertEquals("'-1+1", Sheet.harmless("-1+1"));
        assertEquals("제조업", Sheet.harmless("제조업"));
        try (XSSFWorkbook workbook = open(Language.EN)) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                assertTrue(cell.getCellType() != CellType.FORMULA);
                assertTrue(cell.getCellType() != CellType.STRING
                        || cell.getStringCellValue().isEmpty()
                        || "=+-@".indexOf(cell.getStringCellValue().charAt(0)) < 0);
            })));
        }
    }

    @Test
    void givesTheSameBytesForTheSameRun() throws Exception {
        byte[] first = write(RUN, Language.KO);
        Thread.sleep(2100);
        assertArrayEquals(first, write(SampleRun.create(), Language.KO));
    }

    private static Cell cell(Row row, String header) {
        for (Cell cell : row.getSheet().getRow(0)) {
            if (cell.getStringCellValue().equals(header)) {
                Cell found = row.getCell(cell.getColumnIndex());
                assertNotNull(found, header + " is empty");
                return found;
            }
        }
        throw new AssertionError("No column " + header);
    }
}
