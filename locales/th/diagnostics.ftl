### ถ้อยคำของสิ่งที่ตรวจพบ รหัสข้อความคือชื่อของกฎ `.expected` บอกว่าควรเขียนอย่างไร
### `.related` กำกับตำแหน่งที่สอง ผู้อ่านคือเจ้าหน้าที่ที่ดูแลข้อมูล ไม่ใช่นักเขียนโปรแกรม

## ถ้อยคำของรายงาน

severity-error = ข้อผิดพลาด
severity-warning = คำเตือน
# นำหน้าสิ่งที่ควรเขียน: "คำแนะนำ: เขียน …"
expected = คำแนะนำ
# $suggestion (Text): คำที่ถูกต้องซึ่งใกล้เคียงที่สุด
did-you-mean = หมายถึง “{ $suggestion }” ใช่ไหม
found-errors = ข้อผิดพลาด { $errors } จุด
found-warnings =
    { $warnings ->
        [0] ไม่มีคำเตือน
       *[other] คำเตือน { $warnings } จุด
    }
# $errors, $warnings (Number): จำนวนที่พบ
found-summary =
    { $errors ->
        [0]
            { $warnings ->
                [0] ไม่พบสิ่งที่ต้องแก้ไข
               *[other] พบ{ found-warnings }
            }
       *[other]
            { $warnings ->
                [0] พบ{ found-errors }
               *[other] พบ{ found-errors } และ{ found-warnings }
            }
    }
# อยู่หลังจุดสุดท้ายที่แสดง $count (Number): จำนวนที่ผิดกฎเดียวกันในไฟล์เดียวกันซึ่งไม่ได้แสดง
found-more = ในไฟล์นี้ยังมีจุดแบบเดียวกันอีก { $count } จุดที่ไม่ได้แสดงไว้

## ลักษณะของสิ่งที่พบ

shape-nothing = ช่องว่างเปล่า
shape-word = ค่าเดียว
shape-list = รายการหลายข้อ
shape-map = กลุ่มของช่องย่อย

## ลักษณะของสิ่งที่ควรเขียน

expect-text = ข้อความหนึ่งบรรทัด
expect-translated = ข้อความ หรือข้อความแยกตามภาษา เช่น { "{" }th: หอสมุด, en: Library{ "}" }
expect-bool = yes (ใช่) หรือ no (ไม่ใช่)
expect-word = คำใดคำหนึ่งจากรายการที่กำหนดไว้
expect-integer = จำนวนเต็ม เช่น 12
expect-number = ตัวเลข เช่น 16.4322
expect-amount = จำนวนเงิน เช่น 50 หรือ 49.50
expect-currency = รหัสสกุลเงินสามตัวอักษร เช่น THB
expect-date = วันที่ตามปี ค.ศ. เช่น 2026-04-28
expect-moment = วันที่ เช่น 2026-04-28 หรือวันที่พร้อมเวลา เช่น 2026-04-28T14:00
expect-period = ระยะเวลา เช่น 180 days
expect-id = รหัสที่มีใน vocabulary.yaml เช่น library
expect-slug = ชื่อรายการที่มีอยู่ เช่น city-library
expect-url = ที่อยู่เว็บ เช่น https://www.kku.ac.th
expect-email = อีเมล เช่น info@kku.ac.th
expect-phone = หมายเลขโทรศัพท์ เช่น 043-202222
expect-line = บัญชีไลน์ เช่น @khonkaen
expect-facebook = หน้าเฟซบุ๊ก เช่น https://www.facebook.com/khonkaen
expect-postcode = รหัสไปรษณีย์ เช่น 40000
expect-language = รหัสภาษา เช่น th หรือ en
expect-locale = รูปแบบวันที่และตัวเลข เช่น th-u-ca-buddhist
expect-time-zone = เขตเวลา เช่น Asia/Bangkok
expect-bounds = มุมสองมุม คือตะวันตกเฉียงใต้และตะวันออกเฉียงเหนือ เช่น [[15.6, 101.7], [17.2, 103.3]]
expect-file = ชื่อไฟล์ เช่น reading-room.jpg
expect-hours = เวลาเปิดทำการ เช่น "Tu-Su 09:00-16:30"
expect-hours-day = เวลาเปิดของวันนั้น เช่น "09:00-16:30" หรือ closed
expect-recurrence = กฎการจัดซ้ำ เช่น FREQ=WEEKLY;BYDAY=SA

## ไฟล์และโฟลเดอร์

site-missing = ไม่มีไฟล์ content/site.yaml จึงยังไม่รู้ชื่อและที่อยู่ของเว็บไซต์
    .expected = สร้างไฟล์ content/site.yaml ที่มีอย่างน้อยช่อง title, base_url และ languages
format-newer = เนื้อหานี้เขียนตามรูปแบบรุ่น { $format } แต่ nakhon ที่ใช้อยู่อ่านได้ถึงรุ่น { $known }
    .expected = ติดตั้ง nakhon รุ่นใหม่กว่านี้ ไฟล์ CHANGELOG.md บอกไว้ว่ามีอะไรเปลี่ยนไป
file-unreadable = เปิดอ่านไฟล์หรือโฟลเดอร์นี้ไม่ได้: { $reason }
    .expected = ตรวจดูว่าไฟล์ยังอยู่และคุณมีสิทธิ์เปิดไฟล์นี้
file-not-text = ไฟล์นี้ไม่ใช่ข้อความแบบ UTF-8 ไบต์ที่ { $byte } อ่านเป็นตัวอักษรไม่ได้
    .expected = เปิดไฟล์ในโปรแกรมแก้ไขข้อความ แล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8
file-too-large = ไฟล์นี้มีขนาด { $megabytes } MB ซึ่งใหญ่เกินกว่าจะเป็นไฟล์ข้อมูล
    .expected = ขนาดไม่เกิน { $most } MB หากเป็นรูปภาพหรือ PDF ที่ตั้งนามสกุลไว้ผิด ให้แก้นามสกุลกลับ
file-not-regular = สิ่งนี้ไม่ใช่ทั้งไฟล์และโฟลเดอร์
    .expected = ย้ายออกจากโฟลเดอร์ content
file-unexpected = ไม่ได้นำ “{ $file }” ไปใช้ เพราะเว็บไซต์ไม่มีที่สำหรับไฟล์ชื่อนี้
    .expected = ข้อมูลอยู่ใน partners, spaces หรือ events หน้าทั่วไปอยู่ใน pages รูปที่ใช้ร่วมกันอยู่ใน media หากต้องการเก็บไฟล์ไว้เฉย ๆ ให้ขึ้นต้นชื่อด้วย “_”
link-outside = ทางลัดนี้พาออกไปนอกโฟลเดอร์ content
    .expected = คัดลอกไฟล์จริงมาไว้ใน content
link-loop = ทางลัดนี้วนกลับมาที่ตัวเอง
    .expected = ลบทางลัดนี้ หรือให้ชี้ไปยังไฟล์จริง
link-dangling = ทางลัดนี้ชี้ไปยังไฟล์ที่ไม่มีอยู่
    .expected = ลบทางลัดนี้ หรือนำไฟล์กลับมาไว้ที่เดิม
slug-reserved = ที่อยู่ “{ $value }” สงวนไว้ให้เว็บไซต์ใช้เอง
    .expected = ใช้ชื่ออื่น เช่น { $value }-page
entry-duplicate = ข้อมูลของรายการนี้อยู่ในสองไฟล์ คือ { $first } และ { $second }
    .expected = เก็บไว้ไฟล์เดียว แล้วย้ายข้อมูลที่มีเฉพาะในอีกไฟล์มารวมกัน
prose-duplicate = เนื้อความภาษาเดียวกันอยู่ในสองไฟล์ คือ { $first } และ { $second }
    .expected = เก็บไว้ไฟล์เดียว แล้วย้ายเนื้อความที่มีเฉพาะในอีกไฟล์มารวมกัน
prose-without-facts = มีเนื้อความของรายการนี้ แต่ไม่มีไฟล์ข้อมูล
    .expected = สร้างไฟล์ .yaml ชื่อเดียวกันไว้ข้างกัน อย่างน้อยต้องมีช่อง name และ kind

## YAML

yaml-syntax = อ่านไฟล์ต่อจากจุดนี้ไม่ได้ ({ $reason })
    .expected = มักเกิดจากลืมปิดเครื่องหมายคำพูดหรือวงเล็บ ลืมเว้นวรรคหลัง “:” หรือย่อหน้าไม่ตรงกับบรรทัดข้างเคียง
yaml-documents = มีบรรทัด “---” เริ่มส่วนที่สองในไฟล์นี้
    .expected = ลบบรรทัด “---” หรือย้ายส่วนที่เหลือไปไว้อีกไฟล์
yaml-anchor = เครื่องหมาย “&” หรือ “*” หน้าคำมีความหมายพิเศษซึ่งที่นี่ไม่ใช้
    .expected = หากเป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูดครอบข้อความ "&…"
yaml-tag = เครื่องหมาย “!” หน้าคำมีความหมายพิเศษซึ่งที่นี่ไม่ใช้
    .expected = หากเป็นส่วนหนึ่งของข้อความ ให้ใส่เครื่องหมายคำพูดครอบข้อความ "!…"
yaml-depth = มีช่องซ้อนกันหลายชั้นเกินไป
    .expected = ตรวจดูวงเล็บและการย่อหน้า
duplicate-key = เขียน “{ $field }” ซ้ำสองครั้ง
    .expected = เก็บไว้เพียงที่เดียว
    .related = เขียนครั้งแรกตรงนี้
front-matter-open = ส่วนข้อมูลเริ่มที่บรรทัด “---” นี้ แต่ไม่มี “---” อีกบรรทัดมาปิด
    .expected = เพิ่มบรรทัด “---” คั่นระหว่างข้อมูลกับเนื้อความ

## ช่องข้อมูล

unknown-field = ไม่มีช่องชื่อ “{ $field }”
    .expected = ช่องที่ใช้ได้คือ { $choices }
misplaced-field = ช่อง “{ $field }” ไม่ได้อยู่ตรงนี้ แต่อยู่ข้างใน “{ $inside }”
    .expected = เขียนว่า { $inside }: { "{" }{ $field }: …{ "}" } หากมี “{ $inside }” อยู่แล้ว ให้เพิ่มลงไปในนั้น
missing-field = ยังไม่ได้กรอกช่อง “{ $field }”
    .expected = เพิ่มบรรทัดที่ขึ้นต้นด้วย “{ $field }:”
wrong-shape = สิ่งที่เขียนตรงนี้เป็น{ $found } ซึ่งช่องนี้รับไม่ได้
    .expected = เขียนเป็น{ $expected }
empty-value = ตรงนี้ยังไม่ได้เขียนอะไรไว้
    .expected = เขียนค่าลงไป หรือลบทั้งบรรทัด
unknown-word = ช่องนี้ไม่รู้จักคำว่า “{ $value }”
    .expected = คำที่ใช้ได้คือ { $choices }
unknown-language = เว็บไซต์นี้ไม่มีภาษา “{ $value }”
    .expected = ภาษาที่ใช้ได้คือ { $choices } หากต้องการเพิ่มภาษา ให้เพิ่มที่ languages ใน site.yaml
not-translatable = ช่อง “{ $field }” เหมือนกันทุกภาษา จึงไม่ต้องใส่ในไฟล์คำแปล
    .expected = ย้ายบรรทัดนี้ไปไว้ในไฟล์ข้อมูลของรายการ ไฟล์คำแปลมีได้เพียง name และ summary
translated-twice =
    เขียน { $field } { $language ->
        [th] ภาษาไทย
        [en] ภาษาอังกฤษ
       *[other] ภาษา “{ $language }”
    } ไว้สองที่
    .expected = เก็บไว้เพียงที่เดียว
    .related = อีกที่หนึ่งอยู่ตรงนี้

## ค่า ส่วนที่บอกว่าข้อความผิดตรงไหนอยู่ใน diagnostics-values.ftl

time-skipped = ไม่มีเวลานี้ในเขตเวลาของเว็บไซต์ เพราะนาฬิกาถูกปรับข้ามไป
    .expected = เขียนเวลาหลังจากนั้นหนึ่งชั่วโมง
bool-invalid = “{ $value }” ไม่ใช่ทั้ง yes และ no
    .expected = เขียน yes (ใช่) หรือ no (ไม่ใช่)
location-invalid = พิกัดต้องเป็นตัวเลขสองตัวในวงเล็บเหลี่ยม
    .expected = เขียนละติจูดก่อนแล้วตามด้วยลองจิจูด เช่น [16.4322, 102.8236]
unknown-id = ใน vocabulary.yaml หัวข้อ { $part } ไม่มี “{ $value }”
    .expected =
        { $known ->
            [0] เพิ่มรหัสนี้ใน vocabulary.yaml ก่อน
           *[other] ที่มีอยู่คือ { $choices } หากต้องการรหัสใหม่ ให้เพิ่มใน vocabulary.yaml ก่อน
        }

## กิจกรรม

ends-before-starts = วันเวลาสิ้นสุด ({ $ends }) มาก่อนวันเวลาเริ่มต้น ({ $starts })
    .expected = วันเวลาสิ้นสุดต้องเป็นวันเดียวกันหรือหลังจากนั้น
    .related = เริ่มต้นตรงนี้
all-day-with-time = กิจกรรมนี้จัดทั้งวัน แต่ระบุเวลาไว้ด้วย: { $value }
    .expected = เขียนเฉพาะวันที่ หรือลบบรรทัด all_day
space-and-place = กิจกรรมจัดที่แหล่งเรียนรู้ในเว็บไซต์หรือที่สถานที่อื่นอย่างใดอย่างหนึ่ง ไม่ใช่ทั้งสองอย่าง
    .expected = ถ้าสถานที่นั้นมีหน้าของตัวเองในเว็บไซต์ให้เก็บ space ไว้ ถ้าไม่มีให้เก็บ place
    .related = ระบุ space ไว้ตรงนี้
exception-without-rule = วันเหล่านี้ไม่มีผล เพราะกิจกรรมนี้ไม่ได้จัดซ้ำ
    .expected = เพิ่มช่อง repeats เช่น FREQ=WEEKLY;BYDAY=SA หรือลบบรรทัดนี้

## ระหว่างรายการ

unknown-reference = ไม่มีรายการ “{ $value }”
    .expected =
        { $folder ->
            [partners] เขียนชื่อไฟล์ที่มีอยู่ใน content/partners โดยไม่ต้องใส่นามสกุล
            [spaces] เขียนชื่อไฟล์ที่มีอยู่ใน content/spaces โดยไม่ต้องใส่นามสกุล
            [events] เขียนชื่อไฟล์ที่มีอยู่ใน content/events โดยไม่ต้องใส่นามสกุล
            [pages] เขียนชื่อไฟล์ที่มีอยู่ใน content/pages โดยไม่ต้องใส่นามสกุล
           *[other] ขึ้นต้นด้วย partners/ spaces/ events/ หรือ pages/ แล้วตามด้วยชื่อไฟล์ที่มีอยู่
        }
reference-to-draft = “{ $value }” ยังเป็นฉบับร่าง ผู้อ่านจึงเปิดลิงก์นี้ไม่ได้
    .expected = ลบ “draft: yes” ออกจากรายการนั้น หรือรอใส่ลิงก์เมื่อเผยแพร่แล้ว
part-of-itself = เมื่อไล่ตาม “{ $value }” แล้ว แหล่งเรียนรู้นี้กลายเป็นส่วนหนึ่งของตัวเอง
    .expected = ระบุแหล่งเรียนรู้ที่ใหญ่กว่าซึ่งที่นี่ตั้งอยู่
former-duplicate = มีสองรายการอ้างที่อยู่เดิม “{ $value }”
    .expected = เก็บไว้ที่รายการเดียวที่ต้องการให้ลิงก์เก่าพาไป
    .related = อ้างไว้ก่อนแล้วตรงนี้
former-living = “{ $value }” เป็นที่อยู่ของรายการที่ยังใช้อยู่ จึงเป็นที่อยู่เดิมไม่ได้
    .expected = ลบออกจากช่องนี้ หรือเปลี่ยนชื่อไฟล์ของอีกรายการ
navigation-unknown = ไม่มีหมวดหรือหน้าชื่อ “{ $value }” ให้แสดงในเมนู
    .expected = ที่ใช้ได้คือ { $choices }
consent-missing = มีชื่อบุคคลอยู่ตรงนี้ แต่ยังไม่ได้ระบุว่าเจ้าตัวยินยอม
    .expected = ขอความยินยอมแล้วเพิ่ม “consent: yes” หรือลบชื่อออก

## ภาษา

default-name-missing =
    รายการนี้ไม่มีชื่อ{ $language ->
        [th] ภาษาไทย
        [en] ภาษาอังกฤษ
       *[other] ภาษา “{ $language }”
    } ซึ่งเป็นภาษาหลักของเว็บไซต์
    .expected = เพิ่มชื่อ เช่น name: { "{" }{ $language }: …{ "}" }
translation-missing =
    ยังไม่มี{ $field ->
        [prose] เนื้อความ
       *[other] ช่อง “{ $field }”{ " " }
    }{ $language ->
        [th] ภาษาไทย
        [en] ภาษาอังกฤษ
       *[other] ภาษา “{ $language }”
    }
    .expected = เพิ่มคำแปล หรือเขียน “translation: fallback” ใน site.yaml หากยอมให้มีส่วนที่ยังไม่แปล
summary-long = คำสรุปยาว { $characters } ตัวอักษร หน้ารวมและผลการค้นหาจะแสดงได้ไม่ครบ
    .expected = หนึ่งหรือสองประโยค ไม่เกิน { $most } ตัวอักษร
private-use = ตรงนี้มีอักขระ ({ $value }) ที่แสดงได้เฉพาะบางแบบอักษร มักติดมาเมื่อคัดลอกข้อความจาก PDF
    .expected = ลบแล้วพิมพ์คำนั้นใหม่

## วันหยุด

holidays-missing = เวลาเปิดทำการนี้กล่าวถึงวันหยุดราชการ แต่เว็บไซต์ยังไม่มีรายการวันหยุด
    .expected = สร้างไฟล์ content/holidays.yaml วันละหนึ่งบรรทัด เช่น 2026-04-13: { "{" }th: วันสงกรานต์, en: Songkran{ "}" }
holidays-outdated = รายการวันหยุดยังไม่มีวันหยุดของปี ค.ศ. { $year }
    .expected = เพิ่มวันหยุดของปี ค.ศ. { $year } เมื่อทางราชการประกาศแล้ว

## รูปภาพ

picture-missing = ไม่มีไฟล์ “{ $value }”
    .expected = วางไฟล์ไว้ในโฟลเดอร์ของรายการนี้หรือใน content/media ตัวพิมพ์เล็กและใหญ่ต้องตรงกัน
picture-outside = “{ $value }” อยู่นอกโฟลเดอร์ content
    .expected = วางไฟล์ไว้ในโฟลเดอร์ของรายการนี้หรือใน content/media แล้วเขียนเฉพาะชื่อไฟล์
picture-unreadable = เปิด “{ $file }” เป็นรูปภาพไม่ได้: { $reason }
    .expected = บันทึกรูปใหม่เป็น JPEG, PNG, WebP, GIF หรือ SVG ไฟล์อาจไม่ครบเพราะคัดลอกมาไม่สมบูรณ์
picture-too-large = “{ $file }” มีขนาด { $megapixels } ล้านพิกเซล
    .expected = ไม่เกิน 100 ล้านพิกเซล ความกว้าง 3,000 พิกเซลก็เพียงพอสำหรับหน้าเว็บ
picture-unsafe = “{ $file }” อาจสั่งให้เครื่องทำงานหรือดึงข้อมูลจากที่อื่น: { $part }
    .expected = ใช้ภาพวาดที่มีแต่รูปทรงและตัวหนังสือ ไม่มีสคริปต์ คำสั่งเมื่อกด เนื้อหาชนิดอื่น หรือที่อยู่ของเว็บอื่น บันทึกใหม่เป็น “plain SVG” หรือ PNG

## เนื้อความ

emphasis-open = ตัวหนาตรงนี้ไม่ถูกปิด เครื่องหมายดอกจันจะติดไปบนหน้าเว็บ
    .expected = เว้นวรรคหลัง ** ตัวปิด หรือย้ายวงเล็บไปไว้หลัง **
prose-link-unknown = ลิงก์ “{ $value }” ไม่พาไปที่ใด
    .expected = ใช้ที่อยู่เว็บที่ขึ้นต้นด้วย https:// หรือไฟล์ที่มีอยู่ หรือรายการในเว็บไซต์ เช่น [[spaces/city-library]]

## ข้อความประจำเว็บไซต์และธีม

locale-missing =
    ยังไม่มีข้อความประจำหน้าเว็บใน{ $language ->
        [th] ภาษาไทย
        [en] ภาษาอังกฤษ
       *[other] ภาษา “{ $language }”
    }
    .expected = เพิ่มโฟลเดอร์ locales/{ $language } หรือลบภาษานี้ออกจาก site.yaml
message-syntax = อ่านไฟล์ข้อความต่อจากจุดนี้ไม่ได้: { $reason }
    .expected = เขียนเป็น ชื่อ = ข้อความ ส่วนที่อยู่ใน { "{" } และ { "}" } ให้คงไว้เหมือนอีกภาษา
message-duplicate = เขียนข้อความ “{ $message }” ซ้ำสองครั้ง
    .expected = เก็บไว้เพียงที่เดียว
    .related = เขียนครั้งแรกตรงนี้
message-missing =
    ไม่มีข้อความ “{ $message }” ใน{ $language ->
        [th] ภาษาไทย
        [en] ภาษาอังกฤษ
       *[other] ภาษา “{ $language }”
    } หน้าเว็บจึงแสดงเป็นภาษาอื่นแทน
    .expected = เพิ่มบรรทัดที่ขึ้นต้นด้วย “{ $message } =” ในไฟล์ของ locales/{ $language }
message-unused = ไม่มีส่วนใดใช้ข้อความ “{ $message }”
    .expected = ลบออก หรือตรวจดูว่าสะกดชื่อถูกต้อง
message-unknown = แม่แบบเรียกใช้ข้อความ “{ $message }” ซึ่งไม่มีในภาษาใดเลย
    .expected = เพิ่มข้อความนี้ในไฟล์ของ locales หรือตรวจดูว่าสะกดชื่อถูกต้อง
message-variables = ข้อความ “{ $message }” ใช้ตัวแปรไม่ตรงกับอีกภาษา
    .expected = ใช้ชื่อที่ขึ้นต้นด้วย $ ให้เหมือนกันทุกภาษา
theme-missing = ไม่มีธีม “{ $theme }”
    .expected = เขียน “theme: default” หรือวางธีมไว้ในโฟลเดอร์ชื่อนี้ใน themes
theme-invalid = อ่านไฟล์ตั้งค่าของธีมไม่ได้: { $reason }
    .expected = เทียบไฟล์ theme.yaml กับของธีม default
template-invalid = อ่านหรือเติมข้อมูลลงแม่แบบนี้ไม่ได้: { $reason }
    .expected = เทียบกับไฟล์เดียวกันของธีม default

## หน้าเว็บที่สร้างแล้ว

address-duplicate = มีสองหน้าที่ใช้ที่อยู่เดียวกัน: { $address }
    .expected = เปลี่ยนชื่อไฟล์ใดไฟล์หนึ่ง
    .related = อีกหน้าหนึ่ง
dead-link = หน้า { $page } มีลิงก์ไป { $address } ซึ่งไม่มีอยู่{ $others ->
        [0] { "" }
       *[other] { " " }และอีก { $others } หน้าก็มีลิงก์นี้
    }
    .expected = แก้ลิงก์ หรือเผยแพร่หน้าที่ลิงก์พาไป
page-title-missing = หน้า { $page } ไม่มีชื่อหน้า{ $others ->
        [0] { "" }
       *[other] { " " }และอีก { $others } หน้าก็ไม่มี
    }
    .expected = ใส่ข้อความในแท็ก title
page-description-missing = หน้า { $page } ไม่มีคำอธิบาย{ $others ->
        [0] { "" }
       *[other] { " " }และอีก { $others } หน้าก็ไม่มี
    }
    .expected = ใส่แท็ก meta ที่ชื่อ “description”
page-headings =
    หน้า { $page } { $count ->
        [0] ไม่มีหัวข้อระดับที่หนึ่ง
       *[other] มีหัวข้อระดับที่หนึ่ง { $count } หัวข้อ
    }{ $others ->
        [0] { "" }
       *[other] { " " }และอีก { $others } หน้าก็เช่นกัน
    }
    .expected = ให้แต่ละหน้ามี h1 หนึ่งเดียว
page-heavy = หน้า { $page } มี { $part } ขนาด { $size } kB เมื่อส่ง เกินขีดจำกัด { $budget } kB{ $others ->
        [0] { "" }
       *[other] { " " }และอีก { $others } หน้าก็หนักเกินไป
    }
    .expected = ผู้อ่านเสียค่าอินเทอร์เน็ตทุกไบต์ ให้ทำให้สั้นลงหรือแบ่งออก
page-part-html = HTML
page-part-styles = สไตล์ชีต
page-part-scripts = สคริปต์

## ลิงก์ไปเว็บไซต์อื่น

external-gone = { $address } ไม่มีอยู่แล้ว (รหัสสถานะ { $status })
    .expected = หาที่อยู่ใหม่ หรือนำลิงก์ออก
external-moved = { $address } ย้ายที่อยู่ถาวรแล้ว
    .expected = เขียนที่อยู่ใหม่
external-silent = { $address } ไม่ตอบ: { $reason }
    .expected = ลองเปิดในเบราว์เซอร์ ถ้ายังเงียบอยู่ให้นำลิงก์ออก

## อ่านไฟล์ไม่ได้เพราะอะไร

reason-not-readable = ผู้ใช้นี้ไม่มีสิทธิ์เปิดไฟล์
reason-folder = เป็นโฟลเดอร์ ไม่ใช่ไฟล์
reason-not-utf8 = ไม่ใช่ข้อความแบบ UTF-8
reason-cut-short = ไฟล์จบก่อนเวลา เหมือนถูกตัดขาดระหว่างคัดลอก
reason-yaml-colon = บรรทัดนี้ไม่มี “:” ที่ตามด้วยเว้นวรรค
reason-yaml-quote = เปิดเครื่องหมายคำพูดไว้แต่ไม่ได้ปิด
reason-yaml-after-quote = มีข้อความต่อท้ายเครื่องหมายคำพูดปิด
reason-yaml-escape = เครื่องหมาย “\” ในเครื่องหมายคำพูดคู่ ตามด้วยตัวที่ไม่มีความหมาย
reason-yaml-bracket = วงเล็บไม่ได้ปิด หรือขาดจุลภาคในวงเล็บ
reason-yaml-second-colon = บรรทัดนี้มี “: ” สองแห่ง ข้อความที่มีเครื่องหมายนี้ต้องอยู่ในเครื่องหมายคำพูด
reason-yaml-indent = บรรทัดนี้ย่อหน้าไม่ตรงกับบรรทัดที่อยู่กลุ่มเดียวกัน
reason-yaml-dash = ใช้เครื่องหมาย “-” ตรงนี้ไม่ได้
reason-yaml-tab = ใช้แท็บในที่ที่ต้องเป็นเว้นวรรค
reason-yaml-sign = ข้อความเริ่มด้วยเครื่องหมายนี้ไม่ได้ นอกจากจะอยู่ในเครื่องหมายคำพูด
reason-yaml-key = ชื่อช่องเป็นรายการไม่ได้
reason-fluent-equals = ขาดเครื่องหมาย “=” หลังชื่อข้อความ
reason-fluent-brace = เปิด { "{" } ไว้แต่ไม่ได้ปิด
reason-fluent-bracket = เปิด [ ไว้แต่ไม่ได้ปิด
reason-fluent-name = ชื่อต้องขึ้นต้นด้วยตัวอักษร a–z
reason-fluent-empty = มีชื่อข้อความแต่ไม่มีเนื้อความ
reason-fluent-default = ไม่มีตัวเลือกใดขึ้นต้นด้วย *
reason-fluent-defaults = มีตัวเลือกที่ขึ้นต้นด้วย * มากกว่าหนึ่ง
reason-fluent-quote = เปิดเครื่องหมายคำพูดไว้แต่ไม่ได้ปิด
reason-fluent-closing = มี { "}" } ที่ไม่ได้ปิดอะไร
reason-fluent-inside = สิ่งที่อยู่ระหว่าง { "{" } กับ { "}" } ไม่ใช่ทั้งชื่อและตัวแปร
reason-fluent-braces = ข้อความเดียวมีวงเล็บปีกกามากเกินไป
reason-outline-json = ไม่ใช่ไฟล์ JSON
reason-outline-type = มี “type” ที่ GeoJSON ไม่รู้จัก
reason-outline-features = ไม่มีรายการ features
reason-outline-coordinates = มีรูปที่ไม่มีพิกัด
reason-outline-list = มีเส้นหรือวงที่ไม่ใช่รายการพิกัด
reason-outline-position = มีพิกัดที่ไม่ใช่ตัวเลขสองตัว
reason-outline-degrees = มีพิกัดที่ไม่ได้เป็นองศา
reason-outline-empty = ไม่มีทั้ง Polygon และ LineString
reason-outline-large = ไฟล์ใหญ่กว่า 16 MB
reason-picture-format = หน้าเว็บแสดงรูปแบบนี้ไม่ได้
reason-picture-damaged = ข้อมูลในไฟล์เสียหาย
reason-drawing-broken = ไม่ใช่ภาพวาด SVG ที่สมบูรณ์
reason-sheet-format = ไม่ใช่ไฟล์ .xlsx หรือ .ods
reason-sheet-too-large = มีข้อมูลในไฟล์มากเกินกว่าที่ไดเรกทอรีจะมีได้
