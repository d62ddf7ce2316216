### คำในเว็บไซต์: กรอบของทุกหน้า ข้อเท็จจริงของภาคี แหล่งเรียนรู้ และกิจกรรม
### ส่วนข้อความเฉพาะหน้าอยู่ใน pages.ftl

## ทุกหน้า

skip-to-content = ข้ามไปยังเนื้อหา
main-menu = เมนูหลัก
you-are-here = ตำแหน่งของหน้านี้
foot-pages = ในเว็บไซต์นี้
foot-network = เครือข่าย
foot-data = ข้อมูลของทุกคน
foot-contact = ติดต่อผู้ดูแลเว็บไซต์
foot-licence = นำข้อมูลไปใช้ซ้ำได้ตามสัญญาอนุญาต
foot-built = ปรับปรุงหน้าเว็บเมื่อ { $date }
member-since = ตั้งแต่ { $date }
door-enter = เข้าสู่เว็บไซต์ภาษาไทย
find-label = ค้นหาแหล่งเรียนรู้ กิจกรรม หรือภาคี

## ชื่อส่วนต่าง ๆ

home = หน้าแรก
partners = ภาคี
spaces = แหล่งเรียนรู้
events = กิจกรรม
calendar = ปฏิทิน
map = แผนที่
search = ค้นหา
progress = เครือข่ายเป็นตัวเลข
open-data = ข้อมูลเปิด
index-of-names = ดัชนีรายชื่อ
themes = เรื่องที่เรียนได้
districts = อำเภอ
audiences = กลุ่มผู้เรียน
all-kinds = ทุกประเภท

## วันและเวลา

date-short = { $day } { $month } { $year }
repeats-daily = จัดทุกวัน
repeats-weekly = จัดทุก{ $days }
repeats-monthly = จัดทุกเดือน
repeats-monthly-day = จัดทุกวันที่ { $day } ของเดือน
repeats-monthly-weekday = { $order ->
    [1] จัดทุก{ $day }แรกของเดือน
    [-1] จัดทุก{ $day }สุดท้ายของเดือน
   *[other] จัดทุก{ $day }ที่ { $order } ของเดือน
}
repeats-yearly = จัดทุกปี
repeats-interval-daily = { $interval ->
    [2] จัดวันเว้นวัน
   *[other] จัดทุก { $interval } วัน
}
repeats-interval-weekly = { $interval ->
    [2] จัดสัปดาห์เว้นสัปดาห์ ใน{ $days }
   *[other] จัดทุก { $interval } สัปดาห์ ใน{ $days }
}
repeats-interval-monthly = { $interval ->
    [2] จัดเดือนเว้นเดือน
   *[other] จัดทุก { $interval } เดือน
}
repeats-interval-yearly = { $interval ->
    [2] จัดปีเว้นปี
   *[other] จัดทุก { $interval } ปี
}
repeats-until = { $rule } จนถึง { $date }
repeats-count = { $rule } รวม { $count } ครั้ง

## เวลาเปิด

hours-closed = ปิด
hours-open-all-day = เปิดตลอด 24 ชั่วโมง
hours-holidays = วันหยุดนักขัตฤกษ์
# ประโยค “เปิดวันอังคาร–ศุกร์ 09:00–16:30 น. วันเสาร์ 09:00–12:00 น. ปิดวันจันทร์และวันหยุดนักขัตฤกษ์”
hours-sentence = เปิด{ $open }
hours-sentence-closed = เปิด{ $open } ปิด{ $closed }
hours-never = ปิดทุกวัน
hours-group = { $days } { $times }
hours-then = { $before } { $after }
hours-range = { $from }–{ $to }
hours-times = { $times } น.
hours-all-day = ตลอด 24 ชั่วโมง
hours-every-day = ทุกวัน
hours-on-holidays = วันหยุดนักขัตฤกษ์
hours-days = วัน{ $days }
hours-days-range = { $from }–{ $to }
hours-day = { $day ->
    [1] จันทร์
    [2] อังคาร
    [3] พุธ
    [4] พฤหัสบดี
    [5] ศุกร์
    [6] เสาร์
   *[7] อาทิตย์
}
hours-comma = { $before } { $after }
# $count (Number): จำนวนในรายการ สองอย่างเขียนติดกัน
hours-and = { $count ->
    [2] { $before }และ{ $after }
   *[other] { $before } และ{ $after }
}
hours-unknown = ยังไม่ทราบเวลาเปิด

## สิ่งที่นาฬิกาของผู้อ่านบอกได้

now-today = วันนี้
now-tomorrow = พรุ่งนี้
# $day (Text): “วันเสาร์”
now-this-day = { $day }นี้
now-on = กำลังจัด
now-open-until = เปิดอยู่ ถึง { $time } น.
now-open-always = เปิดตลอด 24 ชั่วโมง
now-closes-soon = ใกล้ปิดแล้ว ปิด { $time } น.
now-shut = ปิดอยู่
now-holiday = วันหยุดนักขัตฤกษ์วันนี้: { $name }
# $day (Text): “วันนี้” “พรุ่งนี้” “วันอังคาร” หรือวันที่
now-shut-until = ปิดอยู่ เปิด{ $day } { $time } น.

## ค่าใช้จ่ายและอายุ

fee-free = ฟรี
fee-donation = แล้วแต่บริจาค
fee-paid = มีค่าใช้จ่าย
# $number, $extension (Text): หมายเลขภายใน
phone-extension = { $number } ต่อ { $extension }
ages-one = อายุ { $age } ปี
ages-range = อายุ { $from }–{ $to } ปี
ages-from = อายุ { $from } ปีขึ้นไป
ages-to = อายุไม่เกิน { $to } ปี

## การเข้าถึง

access-wheelchair = รถเข็นเข้าได้
access-step-free = ทางเข้าไม่มีขั้นบันได
access-toilet = ห้องน้ำคนพิการ
access-parking = ที่จอดรถคนพิการ
access-hearing-loop = ระบบช่วยฟัง
access-sign-language = ภาษามือ
access-braille = อักษรเบรลล์
access-quiet-room = ห้องเงียบ
access-level-yes = มี
access-level-limited = บางส่วน
access-level-no = ไม่มี
access-level-unknown = ยังไม่ทราบ

## บทบาทของภาคี

role-signatory = ผู้ลงนาม
role-coordinator = ผู้ประสานงาน
role-supporter = ผู้สนับสนุน
role-host = ผู้ดูแลพื้นที่

## สถานะ (ป้ายสั้น)

status-closed = ปิดถาวร
status-temporarily-closed = ปิดชั่วคราว
status-cancelled = ยกเลิก
status-postponed = เลื่อน
status-rescheduled = เปลี่ยนวัน
status-full = เต็มแล้ว
status-past = ผ่านไปแล้ว
status-draft = ร่าง

## การตรวจสอบข้อมูล

freshness-fresh = ตรวจแล้ว ยังไม่ครบกำหนดตรวจซ้ำ
freshness-ageing = ถึงเวลาตรวจซ้ำ
freshness-stale = ไม่ได้ตรวจมานาน
freshness-unverified = ยังไม่มีคนตรวจ
method-visit = ไปดูสถานที่จริง
method-phone = โทรศัพท์สอบถาม
method-partner = ภาคียืนยันข้อมูล
method-web = ดูจากเว็บไซต์
verified-age-days = { $days ->
    [0] วันนี้
    [1] เมื่อวาน
   *[other] { $days } วันก่อน
}
verified-age-weeks = { $weeks } สัปดาห์ก่อน
verified-age-months = { $months } เดือนก่อน
verified-age-years = { $years } ปีก่อน

## องค์ประกอบของเมืองแห่งการเรียนรู้ (ยูเนสโก)

building-block-1 = การเรียนรู้ที่ทั่วถึงในระบบการศึกษา
building-block-2 = การเรียนรู้ที่กลับมามีชีวิตในครอบครัวและชุมชน
building-block-3 = การเรียนรู้ที่ได้ผลเพื่องานและในที่ทำงาน
building-block-4 = การใช้เทคโนโลยีการเรียนรู้สมัยใหม่อย่างกว้างขวาง
building-block-5 = คุณภาพของการเรียนรู้ที่ดีขึ้น
building-block-6 = วัฒนธรรมการเรียนรู้ตลอดชีวิตที่คึกคัก

## เป้าหมายการพัฒนาที่ยั่งยืน (สหประชาชาติ)

goal-1 = ขจัดความยากจน
goal-2 = ขจัดความหิวโหย
goal-3 = สุขภาพและความเป็นอยู่ที่ดี
goal-4 = การศึกษาที่มีคุณภาพ
goal-5 = ความเท่าเทียมทางเพศ
goal-6 = น้ำสะอาดและสุขาภิบาล
goal-7 = พลังงานสะอาดที่ทุกคนเข้าถึงได้
goal-8 = งานที่มีคุณค่าและการเติบโตทางเศรษฐกิจ
goal-9 = อุตสาหกรรม นวัตกรรม และโครงสร้างพื้นฐาน
goal-10 = ลดความเหลื่อมล้ำ
goal-11 = เมืองและชุมชนที่ยั่งยืน
goal-12 = การบริโภคและการผลิตอย่างรับผิดชอบ
goal-13 = รับมือการเปลี่ยนแปลงสภาพภูมิอากาศ
goal-14 = ชีวิตใต้น้ำ
goal-15 = ชีวิตบนบก
goal-16 = สันติภาพ ความยุติธรรม และสถาบันที่เข้มแข็ง
goal-17 = ความร่วมมือเพื่อการพัฒนาที่ยั่งยืน

## ภาษาที่ใช้พูด

spoken-th = ไทย
spoken-en = อังกฤษ
spoken-tts = อีสาน
spoken-lo = ลาว
spoken-zh = จีน
spoken-km = เขมร
spoken-vi = เวียดนาม
spoken-ja = ญี่ปุ่น
spoken-ko = เกาหลี
spoken-fr = ฝรั่งเศส
spoken-de = เยอรมัน

## เนื้อความที่ผู้เขียนพิมพ์

prose-table = ตาราง เลื่อนดูด้านข้างได้
prose-task-done = เสร็จแล้ว
prose-task-open = ยังไม่เสร็จ
