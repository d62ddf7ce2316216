### ข้อความของหน้าแต่ละแบบ

## หน้าแรก

home-lede = ใครสอนอะไร ที่ไหน เมื่อไร รวมไว้ให้ค้นในที่เดียว โดยหน่วยงานที่ร่วมกันสร้างเมืองแห่งการเรียนรู้
home-soon = เร็ว ๆ นี้
home-past = กิจกรรมที่ผ่านมา
home-nothing-soon = ตอนนี้ยังไม่มีกิจกรรมที่ประกาศไว้
home-calendar = ดูปฏิทินทั้งหมด
home-space-kinds = แหล่งเรียนรู้ตามประเภท
home-questions = เรื่องที่คนถามก่อน
home-near = ใกล้คุณ
home-near-find = หาที่ใกล้ที่สุด
home-near-note = ตำแหน่งของคุณไม่ออกจากเครื่อง
home-near-refused = ไม่ทราบตำแหน่งของคุณ เลือกอำเภอด้านล่างได้
home-districts = ดูตามอำเภอ
home-spaces = ดูแหล่งเรียนรู้ทั้งหมด
home-themes = อยากเรียนเรื่องอะไร
home-audiences = เหมาะกับใคร
home-free = เรียนได้ฟรี
home-free-all = ดูทุกแห่งที่ฟรี
home-who = ใครอยู่เบื้องหลัง
home-network-text = หน่วยงานที่ลงนามร่วมกัน ประสานงาน และสนับสนุนให้ทุกคนเรียนรู้ได้ตลอดชีวิต
home-partners = รู้จักภาคีทั้งหมด
home-figures = เป็นตัวเลข
home-progress = ดูความก้าวหน้าของเครือข่าย

## ตัวเลข

figure-partners = ภาคี
figure-spaces = แหล่งเรียนรู้
figure-events = กิจกรรม
figure-coming = กิจกรรมที่จะมาถึง
figure-districts = อำเภอที่มีแหล่งเรียนรู้
figure-free = แหล่งเรียนรู้ที่เข้าฟรี
figure-verified = รายการที่มีคนตรวจแล้ว

## รายการ

listing-count = { $kind ->
    [partners] { $count } หน่วยงาน
    [spaces] { $count } แห่ง
   *[events] { $count } กิจกรรม
}
listing-lede = { $class ->
    [partner] หน่วยงานที่ลงนาม ประสานงาน และสนับสนุนเมืองแห่งการเรียนรู้
    [space] สถานที่ที่เปิดให้เรียนรู้ เรียงตามชื่อ
   *[event] กิจกรรมที่จะมาถึงก่อน แล้วจึงที่ผ่านไปแล้ว
}
listing-by-kind = ดูตามประเภท
listing-by-district = ดูตามอำเภอ
listing-by-theme = ดูตามเรื่องที่เรียน
listing-by-audience = ดูตามกลุ่มผู้เรียน
listing-coming = ที่จะมาถึง
listing-past = ที่ผ่านไปแล้ว
listing-nothing-coming = ตอนนี้ยังไม่มีกิจกรรมที่ประกาศไว้
listing-empty = ยังไม่มีรายการ
listing-names = หาตามตัวอักษรในดัชนีรายชื่อ
pager-label = หน้าของรายการ
pager-position = หน้า { $page } จาก { $pages }
pager-previous = หน้าก่อน
pager-next = หน้าถัดไป

## กรองรายการ

filter-when = เมื่อไร
filter-when-any = วันไหนก็ได้
filter-when-today = วันนี้
filter-when-tomorrow = พรุ่งนี้
filter-when-weekend = เสาร์–อาทิตย์นี้
filter-when-week = ภายใน 7 วัน
filter-sort = เรียงตาม
filter-sort-usual = { $class ->
    [event] วันที่จัด
   *[other] ชื่อ
}
filter-sort-newest = เพิ่มล่าสุด
filter-sort-nearest = ใกล้ฉันที่สุด
filter-free = ฟรี
filter-accessible = รถเข็นเข้าได้
filter-open = เปิดอยู่ตอนนี้
filter-reset = ล้างตัวเลือกทั้งหมด
filter-remove = เอาออก: { $choice }
filter-none = ไม่มีรายการที่ตรงกับทุกตัวเลือก ลองเอาออกสักข้อ
filter-failed = โหลดตัวเลือกไม่ได้ รายการด้านล่างคือทั้งหมด
filter-narrow = กรองรายการนี้ต่อ
filter-locate = ใช้ตำแหน่งของฉัน
filter-locating = กำลังถามตำแหน่งจากเครื่องของคุณ …
filter-refused = ไม่ทราบตำแหน่งของคุณ จึงเรียงตามเดิม จะเลือกตามอำเภอแทนก็ได้
filter-far = แห่งที่ใกล้ที่สุดอยู่ห่างจากคุณ { $distance } กม.
filter-away = ห่าง { $distance } กม.

## ภาคี แหล่งเรียนรู้ กิจกรรม

entry-facts = ข้อมูลสำคัญ
entry-about = { $class ->
    [partner] เกี่ยวกับภาคีนี้
    [space] เกี่ยวกับที่นี่
   *[event] เกี่ยวกับกิจกรรมนี้
}
entry-code = ส่องกล้องโทรศัพท์ที่นี่เพื่อเปิดหน้านี้
entry-gallery = ภาพ
entry-themes = เรื่องที่เรียนได้
entry-related = { $class ->
    [partner] ภาคีและเรื่องใกล้เคียง
    [space] ที่เกี่ยวข้องและอยู่ใกล้
   *[event] อาจสนใจ
}
entry-sources = ที่มาของข้อมูล
entry-partners = { $class ->
    [space] ผู้ดูแล
   *[event] ผู้จัด
}
entry-spaces = { $class ->
    [partner] แหล่งเรียนรู้ที่ดูแล
   *[space] ส่วนต่าง ๆ ของที่นี่
}
entry-events = { $class ->
    [partner] กิจกรรมที่จัด
   *[space] กิจกรรมที่นี่
}
entry-past-events = กิจกรรมที่ผ่านมา
entry-next-times = ครั้งต่อไป
entry-abbreviation = ({ $short })
picture-credit = ภาพ: { $credit }
picture-licence = สัญญาอนุญาต { $licence }

## ข้อมูลสำคัญทีละแถว

facts-when = เมื่อไร
facts-except = งดจัด
facts-hours = เวลาเปิด
hours-caption = เวลาเปิดในหนึ่งสัปดาห์
hours-rule = เวลาเปิดตามรูปแบบ OpenStreetMap
facts-where = ที่ไหน
# คั่นระหว่างส่วนของที่อยู่
address-separator = { " " }
place-online = เรียนรู้ได้ทางออนไลน์
place-join-online = เข้าร่วมทางออนไลน์
place-geo = เปิดในแอปแผนที่
place-map = ดูใน OpenStreetMap
facts-cost = { $class ->
    [space] ค่าเข้า
   *[event] ค่าใช้จ่าย
}
facts-for = เหมาะกับ
facts-booking = { $class ->
    [space] การจอง
   *[event] การสมัคร
}
booking-required = ต้องจองล่วงหน้า
booking-not-required = ไม่ต้องจอง มาได้เลย
booking-seats = รับ { $seats } คน
booking-opens = เปิดรับ { $date }
booking-closes = รับถึง { $date }
booking-link = { $class ->
    [space] จองทางเว็บไซต์
   *[event] สมัครทางเว็บไซต์
}
facts-transport = เดินทาง
facts-access = การเข้าถึง
access-not-known = ยังไม่มีข้อมูลเรื่องทางลาด ห้องน้ำ และสิ่งอำนวยความสะดวกสำหรับคนพิการ
facts-amenities = มีให้ใช้
facts-capacity = รองรับ
capacity-people = { $people } คน
facts-languages = ภาษา
facts-contact = ติดต่อ
contact-call = โทร { $number }
contact-line = LINE { $account }
contact-facebook = เฟซบุ๊ก { $account }
facts-roles = บทบาท
partner-since = ร่วมเครือข่ายเมื่อ { $date }
facts-part-of = เป็นส่วนหนึ่งของ
facts-building-blocks = องค์ประกอบเมืองแห่งการเรียนรู้
facts-goals = เป้าหมาย SDG

## การตรวจสอบข้อมูล

checked-title = { $class ->
    [fresh] ตรวจสอบแล้ว
    [ageing] ถึงเวลาตรวจซ้ำ
    [stale] ไม่ได้ตรวจมานาน
   *[unverified] ยังไม่มีคนตรวจสอบ
}
checked-on = มีคนตรวจข้อมูลหน้านี้เมื่อ { $date }
checked-age = ({ $age })
checked-note = { $class ->
    [ageing] บางอย่างอาจเปลี่ยนไปแล้ว
   *[stale] หลายอย่างอาจเปลี่ยนไปแล้ว โปรดสอบถามก่อนเดินทาง
}
checked-never = { $class ->
    [partner] ข้อมูลนี้รวบรวมจากแหล่งที่เปิดเผย ยังไม่มีใครสอบถามหน่วยงานโดยตรง
    [space] ข้อมูลนี้รวบรวมจากแหล่งที่เปิดเผย ยังไม่มีใครโทรถามหรือไปดู โปรดสอบถามก่อนเดินทาง
   *[event] ข้อมูลนี้รวบรวมจากแหล่งที่เปิดเผย ยังไม่มีใครสอบถามผู้จัดโดยตรง
}
checked-by = ผู้ตรวจ:
checked-method = วิธีตรวจ: { $method }
checked-report = แจ้งข้อมูลผิด

## ทำอะไรกับหน้านี้ได้บ้าง

share = แชร์หน้านี้
share-copied = คัดลอกที่อยู่แล้ว
print = พิมพ์

## แถบแจ้งด้านบน

notice-alert-until = ประกาศนี้ถึง { $date }
notice-status-title = { $status ->
    [temporarily-closed] ปิดชั่วคราว
    [closed] ปิดถาวรแล้ว
    [cancelled] ยกเลิกแล้ว
    [postponed] เลื่อนออกไป
    [rescheduled] เปลี่ยนวันจัด
    [full] ที่นั่งเต็มแล้ว
   *[past] กิจกรรมนี้ผ่านไปแล้ว
}
notice-status-text = { $status ->
    [temporarily-closed] ตอนนี้ที่นี่ไม่เปิดให้บริการ เวลาเปิดในหน้านี้คือเวลาปกติ
    [closed] หน้านี้เก็บไว้ให้ลิงก์เดิมยังใช้ได้ และไม่อยู่ในรายการกับการค้นหาแล้ว
    [cancelled] กิจกรรมนี้ไม่จัดแล้ว
    [postponed] จะแจ้งวันใหม่ในหน้านี้
    [rescheduled] วันและเวลาในหน้านี้คือกำหนดใหม่
    [full] ไม่รับเพิ่มแล้ว หากมีที่ว่างผู้จัดจะแจ้งอีกครั้ง
   *[past] หน้านี้เก็บไว้เป็นบันทึก
}
notice-was-on = เดิมกำหนด { $date }
notice-draft = หน้านี้ยังไม่เผยแพร่
borrowed-whole = { $code ->
    [en] หน้านี้ยังไม่มีฉบับภาษาไทย ข้อความด้านล่างเป็นภาษาอังกฤษตามต้นฉบับ
   *[other] หน้านี้ยังไม่มีฉบับภาษาไทย ข้อความด้านล่างเป็นต้นฉบับภาษา { $language }
}
borrowed-part = { $code ->
    [en] บางส่วนของหน้านี้ยังไม่ได้แปลเป็นไทย จึงแสดงเป็นภาษาอังกฤษ
   *[other] บางส่วนของหน้านี้ยังไม่ได้แปลเป็นไทย จึงแสดงเป็นภาษา { $language }
}
borrowed-link = อ่านหน้าต้นฉบับ

## เรื่อง อำเภอ กลุ่มผู้เรียน

term-part = { $part ->
    [themes] เรื่องที่เรียนได้
    [districts] อำเภอ
   *[audiences] กลุ่มผู้เรียน
}
term-count = รวม { $count } รายการ
term-goals = เป้าหมายการพัฒนาที่ยั่งยืนที่เกี่ยวข้อง
term-others = { $part ->
    [themes] เรื่องอื่น
    [districts] อำเภออื่น
   *[audiences] กลุ่มอื่น
}

## ดัชนีรายชื่อ

names-title = ดัชนีรายชื่อ
names-lede = รายชื่อภาคีและแหล่งเรียนรู้ทั้งหมด เรียงตามตัวอักษร
names-letters = ไปที่อักษร
names-empty = ยังไม่มีรายชื่อ

## ปฏิทิน

calendar-lede = กิจกรรมที่จะมาถึง เรียงตามวัน
calendar-empty = ตอนนี้ยังไม่มีกิจกรรมที่ประกาศไว้
calendar-grid-of = ดู{ $month }เป็นตารางเดือน
calendar-take = ในปฏิทินของคุณ
calendar-add = เพิ่มลงในปฏิทินของฉัน
calendar-subscribe = ติดตามกิจกรรมเหล่านี้ในปฏิทิน
calendar-file = ดาวน์โหลดไฟล์ปฏิทิน
feed-news = อัปเดตล่าสุด
feed-events = กิจกรรมใหม่
calendar-months = ดูตามเดือน
month-caption = กิจกรรมเดือน{ $month }
month-label = เดือนก่อนและเดือนถัดไป
month-holidays = วันหยุดราชการ
month-events = กิจกรรมในเดือนนี้
month-empty = เดือนนี้ยังไม่มีกิจกรรม
month-day-events = { $count } กิจกรรม
month-calendar = ดูกิจกรรมที่จะมาถึงทั้งหมด

## แผนที่

map-title = แผนที่แหล่งเรียนรู้
map-lede = เลขบนแผนที่ตรงกับเลขในรายการ
map-lede-groups = เลขบนแผนที่คือจำนวนแหล่งเรียนรู้ในแต่ละอำเภอ
# $district (ชื่อ), $count
map-group = { $district } { $count } แห่ง
map-all = ดูแหล่งเรียนรู้ทั้งหมด
# $host: ชื่อเซิร์ฟเวอร์แผนที่
map-tiles-told = โหลดแผนที่ถนนจาก { $host } ได้ เมื่อกดแล้ว เบราว์เซอร์จะขอภาพจากเซิร์ฟเวอร์นั้น ซึ่งจะรู้หมายเลข IP ของคุณและบริเวณที่คุณดู
map-tiles-load = โหลดแผนที่ถนน
map-tiles-back = กลับไปแผนที่วาด
map-tiles-failed = { $host } ไม่ตอบ ใช้แผนที่วาดได้โดยไม่ต้องมีอินเทอร์เน็ต
map-zoom-in = ซูมเข้า
map-zoom-out = ซูมออก
map-note = แผนที่นี้วาดไว้ในหน้าเว็บเอง ไม่ต้องโหลดจากที่อื่น
map-places = แหล่งเรียนรู้บนแผนที่
map-others = แหล่งเรียนรู้ที่ยังไม่มีพิกัด
map-empty = ยังไม่มีแหล่งเรียนรู้ที่ระบุพิกัด

## ค้นหา

search-found = พบ { $count } รายการ
search-none = ไม่พบรายการที่ตรงกัน ลองใช้คำอื่น คำที่สั้นลง หรือลดตัวเลือก
search-near = ไม่มีรายการที่มีครบทุกคำ ที่ใกล้เคียงที่สุด:
search-failed = เปิดดัชนีค้นหาไม่ได้ ลองอีกครั้ง หรือดูจากรายการด้านล่าง
search-more = แสดงเพิ่ม
search-kind = ประเภท
search-district = อำเภอ
search-theme = เรื่องที่เรียนได้
search-any = ทั้งหมด
search-free = ฟรี
search-accessible = รถเข็นเข้าได้
search-no-script = การค้นหาด้วยคำต้องใช้จาวาสคริปต์ รายการด้านล่างมีทุกอย่างครบ
search-browse = หรือดูจากรายการ

## เครือข่ายเป็นตัวเลข

progress-title = เครือข่ายเป็นตัวเลข
progress-lede = สำหรับภาคีที่ติดตามงาน และสำหรับรายงานที่เมืองส่งให้ยูเนสโกทุกสองปี
progress-download = ดาวน์โหลดตัวเลขเหล่านี้:
progress-count = จำนวน
progress-building-blocks = องค์ประกอบของเมืองแห่งการเรียนรู้
    .caption = ภาคี แหล่งเรียนรู้ และกิจกรรม ตามองค์ประกอบหกข้อของยูเนสโก
    .column = องค์ประกอบ
progress-goals = เป้าหมายการพัฒนาที่ยั่งยืน
    .caption = ภาคี แหล่งเรียนรู้ และกิจกรรม ตามเป้าหมาย 17 ข้อของสหประชาชาติ
    .column = เป้าหมาย
progress-themes = เรื่องที่เรียนได้
    .caption = ภาคี แหล่งเรียนรู้ และกิจกรรม ตามเรื่องที่เรียน
    .column = เรื่อง
progress-districts = อำเภอ
    .caption = แหล่งเรียนรู้ในแต่ละอำเภอ
    .column = อำเภอ
progress-kinds = ประเภทของแหล่งเรียนรู้
    .caption = แหล่งเรียนรู้ตามประเภท
    .column = ประเภท
progress-roles = บทบาทของภาคี
    .caption = ภาคีตามบทบาทในเครือข่าย
    .column = บทบาท
progress-ages = ช่วงวัย
    .caption = แหล่งเรียนรู้และกิจกรรมที่รับคนแต่ละช่วงวัย
    .column = อายุ
progress-cost = ค่าใช้จ่าย
    .caption = แหล่งเรียนรู้และกิจกรรม ตามค่าใช้จ่าย
    .column = ค่าใช้จ่าย
progress-access = การเข้าถึงด้วยรถเข็น
    .caption = แหล่งเรียนรู้ ตามการเข้าถึงด้วยรถเข็น
    .column = เข้าถึงได้หรือไม่
progress-freshness = การตรวจสอบข้อมูล
    .caption = ภาคี แหล่งเรียนรู้ และกิจกรรม ตามอายุของการตรวจครั้งล่าสุด
    .column = การตรวจ
progress-events = กิจกรรมรายเดือน
    .caption = กิจกรรมในแต่ละเดือน
    .column = เดือน
progress-translation = ภาษาของเนื้อหา
    .caption = ภาคี แหล่งเรียนรู้ และกิจกรรมที่มีเนื้อหาในแต่ละภาษา
    .column = ภาษา
progress-unknown = ยังไม่ทราบ
progress-ages-0-6 = ปฐมวัย 0–6 ปี
progress-ages-7-12 = เด็ก 7–12 ปี
progress-ages-13-17 = วัยรุ่น 13–17 ปี
progress-ages-18-59 = ผู้ใหญ่ 18–59 ปี
progress-ages-60 = ผู้สูงอายุ 60 ปีขึ้นไป
progress-complete = { $language }: ครบ
progress-partial = { $language }: มีบางส่วน
progress-missing = { $language }: ยังไม่มี

## ไม่พบหน้า

offline-title = ไม่ได้เชื่อมต่ออินเทอร์เน็ต
offline-text = หน้านี้ยังไม่ได้เก็บไว้ในเครื่อง แต่หน้าที่เคยเปิดแล้วยังอ่านได้
offline-retry = ลองอีกครั้ง
offline-copies = หน้าที่เก็บไว้ในเครื่องนี้
# $date, $time: เวลาที่เก็บสำเนา
offline-copy = ขณะนี้ไม่ได้เชื่อมต่ออินเทอร์เน็ต หน้านี้เป็นสำเนาที่เครื่องเก็บไว้เมื่อ { $date } เวลา { $time } น. ข้อมูลอาจเปลี่ยนไปแล้ว
not-found-title = ไม่พบหน้านี้
not-found-text = ที่อยู่เว็บอาจพิมพ์ผิด หรือหน้านี้ย้ายไปแล้ว ลองเริ่มจากหน้าเหล่านี้

## คำอธิบายหน้าในผลการค้นหา

description-listing = { $title } รวม { $count } รายการ พร้อมที่ตั้ง เวลา ค่าใช้จ่าย และวิธีติดต่อ
description-term = { $term }: แหล่งเรียนรู้ กิจกรรม และภาคี รวม { $count } รายการ
description-names = รายชื่อภาคีและแหล่งเรียนรู้ทั้งหมด เรียงตามตัวอักษร
description-calendar = กิจกรรมการเรียนรู้ที่จะมาถึง เรียงตามวัน
description-month = กิจกรรมการเรียนรู้และวันหยุดของเดือน{ $month }
description-map = แผนที่แหล่งเรียนรู้ที่มีพิกัด พร้อมรายชื่อ
description-search = ค้นหาภาคี แหล่งเรียนรู้ และกิจกรรม ด้วยชื่อ สถานที่ หรือเรื่องที่สนใจ ภาษาไทยหรืออังกฤษ
description-progress = ภาคี แหล่งเรียนรู้ และกิจกรรมเป็นตัวเลข ตามองค์ประกอบของยูเนสโก เป้าหมาย SDG อำเภอ และช่วงวัย
