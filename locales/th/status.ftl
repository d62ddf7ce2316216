### สารบัญแปลครบเพียงใด และข้อมูลเก่าเพียงใด ใช้ในคำสั่ง nakhon status และหน้าเว็บของคำสั่งนี้

status-title = สถานะของสารบัญ
status-home = ไปที่เว็บไซต์
# $percent (Text), $good, $all (Number), $history (yes หรือ no): ข้อความที่ครบถ้วนและเป็นปัจจุบัน
status-sum =
    ข้อความครบถ้วนและเป็นปัจจุบัน { $percent } % ({ $good } จาก { $all }){ $history ->
        [yes] { "" }
       *[no] { " " }ที่นี่ไม่มีประวัติของ git จึงได้แต่เทียบข้อความแต่ละภาษากันเอง
    }
status-texts = ข้อความ
status-facts = ข้อมูล แยกตามการตรวจสอบครั้งล่าสุด
status-open = สิ่งที่ต้องทำ
status-nothing = ไม่มีสิ่งที่ต้องทำ
status-pages = หน้าทั่วไป
status-column-kind = ประเภท
status-column-all = ทั้งหมด
status-column-complete = ครบถ้วน
status-column-partial = แปลบางส่วน
status-column-missing = ยังไม่แปล
status-column-outdated = ล้าสมัย
status-column-share = เรียบร้อย
status-column-fresh = ยังใหม่
status-column-ageing = ถึงเวลาตรวจ
status-column-stale = เลยกำหนดมานาน
status-column-unverified = ยังไม่เคยตรวจ
status-part-name = ชื่อ
status-part-title = ชื่อหน้า
status-part-summary = คำสรุป
status-part-prose = เนื้อความ
# $language (Text): ภาษา; $parts (Text): สิ่งที่ยังไม่มี
status-missing = ยังไม่มีภาษา{ $language } ให้เขียน{ $parts }
status-partial = ภาษา{ $language }ยังยืม{ $parts }จากภาษาอื่น ให้เขียนเพิ่ม
# $part (Text): ข้อความ; $other (Text): ภาษาที่แก้ไขทีหลัง; $date (Text): วันที่แก้ไข
status-older-than-text = { $part }ภาษา{ $language }เก่ากว่าภาษา{ $other }ซึ่งแก้ไขเมื่อ { $date } ให้ดูว่ายังตรงกันหรือไม่
# $field (Text): ช่องที่แก้ไข
status-older-than-fact = { $part }ภาษา{ $language }เก่ากว่าช่อง “{ $field }” ซึ่งแก้ไขเมื่อ { $date } ให้ดูว่ายังถูกต้องหรือไม่ แล้วลงวันที่ในช่อง verified
# $targets (Text): ลิงก์และรูปภาพ; $headings (Number): หัวข้อที่ขาดไป
status-shorter =
    เนื้อความภาษา{ $language }ขาดสิ่งที่ภาษา{ $other }มี: { $targets }{ $headings ->
        [0] { "" }
       *[other] { " " }(ขาดหัวข้อ { $headings } หัวข้อ)
    }
status-stale = ตรวจสอบครั้งล่าสุดเมื่อ { $date } ให้สอบถามว่าข้อมูลยังถูกต้องหรือไม่ แล้วลงวันที่ในช่อง verified
status-unverified = ยังไม่มีผู้ตรวจสอบข้อมูลนี้ ให้สอบถามว่าข้อมูลถูกต้องหรือไม่ แล้วลงวันที่ในช่อง verified
