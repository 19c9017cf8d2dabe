"""Writes a workbook of ROWS rows and 40 columns the way spreadsheet programs do: shared texts, cell references, styles.
Usage: makexlsx.py ROWS OUT.xlsx"""
import sys
import zipfile

rows, path = int(sys.argv[1]), sys.argv[2]
columns = 40
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def letters(column):
    return chr(65 + column) if column < 26 else "A" + chr(65 + column - 26)


names = [letters(c) for c in range(columns)]
texts, places = [], {}


def shared(text):
    place = places.get(text)
    if place is None:
        place = places[text] = len(texts)
        texts.append(text)
    return place


def cell(row, column):
    """Of forty columns: 4 differ in every row, 6 are numbers or dates, the rest repeat."""
    place = f'{names[column]}{row}'
    if column < 4:
        return f'<c r="{place}" t="s"><v>{shared(f"{column}{row:017d}")}</v></c>'
    if column < 9:
        return f'<c r="{place}"><v>{row * column}</v></c>'
    if column == 9:
        return f'<c r="{place}" s="1"><v>{45000 + row % 365}</v></c>'
    return f'<c r="{place}" t="s"><v>{shared(f"内蒙古自治区第{column}列的第{row % (column * 10)}个值")}</v></c>'


head = "<row r=\"1\">" + "".join(f'<c r="{n}1" t="s"><v>{shared(f"列{n}")}</v></c>' for n in names) + "</row>"
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
    book.writestr("[Content_Types].xml",
                  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
                  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
                  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
                  '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
                  '</Types>')
    book.writestr("_rels/.rels",
                  f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    book.writestr("xl/workbook.xml",
                  f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="a"/></sheets></workbook>')
    book.writestr("xl/_rels/workbook.xml.rels",
                  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                  f'<Relationship Id="a" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                  f'<Relationship Id="b" Type="{office}/styles" Target="styles.xml"/>'
                  f'<Relationship Id="c" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    book.writestr("xl/styles.xml",
                  f'<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
                  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>')
    with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
        sheet.write(f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{main}"><sheetData>{head}'.encode())
        for row in range(2, rows + 2):
            sheet.write((f'<row r="{row}">' + "".join(cell(row, c) for c in range(columns)) + "</row>").encode())
        sheet.write(b"</sheetData></worksheet>")
    with book.open("xl/sharedStrings.xml", "w") as part:
        part.write(f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="{main}" uniqueCount="{len(texts)}">'.encode())
        for text in texts:
            part.write(f"<si><t>{text}</t></si>".encode())
        part.write(b"</sst>")
