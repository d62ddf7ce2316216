### ภาษาไทยอธิบายตัวเอง: ชื่อ รูปแบบวันที่และตัวเลข และคำที่อยู่ระหว่างส่วนต่าง ๆ
### โปรแกรมไม่รู้จักภาษาใดเป็นการเฉพาะ ทุกอย่างที่เป็นของภาษาไทยอยู่ในแฟ้มนี้หรือใน CLDR
### ค่าที่ส่งมาจัดรูปแบบแล้ว: $date คือ “วันพฤหัสบดีที่ 28 เมษายน 2565” $time คือ “14:00”

# ชื่อภาษาในภาษานั้นเอง ใช้ในปุ่มเปลี่ยนภาษา
language-name = ไทย
# ที่มาของรูปแบบวันที่และตัวเลข เมื่อ site.yaml ไม่ได้กำหนดไว้
language-format = th-u-ca-buddhist
# og:locale
language-open-graph = th_TH
# national: เขียนหมายเลขโทรศัพท์อย่างที่ใช้กันในประเทศ ไม่มีรหัสประเทศ
language-phones = national
# ชุดอักษรของไฟล์ฟอนต์ที่โหลดก่อน: thai หรือ latin
language-fonts = thai

datetime = { $date } เวลา { $time } น.
datetime-range = { $date } เวลา { $from }–{ $to } น.
# ข้ามวัน: $from และ $to คือข้อความจาก datetime
datetime-span = { $from } – { $to }

# $amount คือจำนวนเงินที่จัดรูปแบบแล้ว $currency คือรหัส ISO 4217
price = { $currency ->
    [THB] { $amount } บาท
   *[other] { $amount } { $currency }
}
