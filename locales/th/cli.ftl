### ถ้อยคำของคำสั่งในเทอร์มินัล

## ระหว่างทำงาน

cli-reading = กำลังอ่านไฟล์
cli-checking = กำลังตรวจข้อมูล
cli-rendering = กำลังสร้างหน้าเว็บ
cli-writing = กำลังบันทึก

## ผลลัพธ์

# $pages, $files, $languages, $warnings (Number), $seconds (Text): สร้างอะไรเสร็จในเวลาเท่าใด
cli-built =
    สร้างเสร็จแล้ว { $pages } หน้า { $languages } ภาษา ({ $files } ไฟล์) ใน { $seconds } วินาที{ $warnings ->
        [0] { "" }
       *[other] { " " }มีคำเตือน { $warnings } จุด
    }
cli-borrowed = มี { $entries } หน้าที่ยังแปลไม่ครบ จึงแสดงข้อความของอีกภาษาแทน
cli-unchanged = ไม่มีอะไรเปลี่ยนแปลงจากครั้งก่อน
cli-check-clean = เรียบร้อยดี ตรวจแล้ว { $files } ไฟล์ ไม่พบสิ่งที่ต้องแก้ไข
cli-not-published = ยังไม่ได้เผยแพร่ เพราะพบข้อผิดพลาด { $errors } จุด หน้าเว็บที่เผยแพร่ไว้ก่อนยังอยู่เหมือนเดิม
cli-warnings-denied = คำเตือน { $warnings } จุดนับเป็นข้อผิดพลาด เพราะใช้ --deny warnings
cli-waiting = มีการสร้างเว็บไซต์อีกงานหนึ่งใน { $path } กำลังรอให้เสร็จก่อน
cli-created = สร้าง { $path } แล้ว
cli-untidy = { $path } ยังสะกดไม่เรียบร้อย
cli-tidied = จัดตัวสะกดใน { $path } แล้ว
cli-formatted =
    { $files ->
        [0] ไม่มีอะไรต้องจัดระเบียบ
       *[other] จัดระเบียบแล้ว { $files } ไฟล์
    }

## ดูตัวอย่าง

cli-serving = เปิดดูเว็บไซต์ได้ที่ { $url }
# $url (Text): ที่อยู่สำหรับเครื่องอื่นในเครือข่ายเดียวกัน
cli-serving-network = เปิดดูในโทรศัพท์ที่อยู่ในเครือข่ายเดียวกันได้ที่ { $url }
cli-serving-status = ดูสิ่งที่ต้องแปลและต้องตรวจสอบได้ที่ { $url }
cli-stop = กด Ctrl-C เพื่อหยุด
cli-stopped = หยุดแล้ว
cli-watching = กำลังเฝ้าดูการเปลี่ยนแปลงใน { $path }
cli-changed = { $path } มีการเปลี่ยนแปลง
cli-rebuilding = กำลังสร้างใหม่…
cli-rebuilt = ปรับปรุงหน้าเว็บแล้ว ใช้เวลา { $seconds } วินาที
cli-stale = ระหว่างนี้จะแสดงหน้าเว็บครั้งล่าสุดที่ถูกต้อง จนกว่าจะแก้ข้อผิดพลาด
cli-port-taken = มีโปรแกรมอื่นใช้พอร์ต { $port } อยู่ จึงใช้พอร์ต { $next } แทน

# $percent, $wanted (Text): ร้อยละของข้อความที่เรียบร้อย และที่ควรจะเป็น
cli-status-under = ข้อความครบถ้วนและเป็นปัจจุบัน { $percent } % แต่ควรมีอย่างน้อย { $wanted } % (--fail-under)

## ตาราง

# $entries (Number), $path (Text): กี่รายการอยู่ในไฟล์ใด
cli-exported = บันทึก { $entries } รายการลงใน { $path } แล้ว แก้ไขได้ตามต้องการ จากนั้นใช้คำสั่ง nakhon import { $path }
cli-export-exists = มี { $path } อยู่แล้ว จึงไม่ได้แก้ไข
    .hint = ตั้งชื่อใหม่ หรือเติม --force เพื่อเขียนทับ
cli-sheet-entries = รายการ
cli-sheet-choices = ตัวเลือก
cli-import-kind = ดูจากคอลัมน์แล้วยังบอกไม่ได้ว่า { $path } เป็นข้อมูลประเภทใด
    .hint = ระบุด้วย --kind partners, spaces หรือ events
# คำกำกับรายการใหม่ในรายงานการเปลี่ยนแปลง
cli-import-new = รายการใหม่
cli-import-nothing = (ว่าง)
# $changed, $new, $same, $unnamed (Number): จำนวนรายการที่เปลี่ยน เพิ่มใหม่ คงเดิม และไม่มีในตาราง
cli-import-sum =
    เปลี่ยน { $changed } รายการ เพิ่มใหม่ { $new } รายการ คงเดิม { $same } รายการ{ $unnamed ->
        [0] { "" }
       *[other] { " " }อีก { $unnamed } รายการไม่มีในตาราง จึงไม่ได้แตะต้อง
    }
cli-import-dry = ยังไม่ได้บันทึกอะไร เพราะใช้ --dry-run
cli-import-done = บันทึกแล้ว { $files } ไฟล์
cli-import-refused = ยังไม่ได้บันทึกอะไร แก้ไขตารางแล้วนำเข้าอีกครั้ง
cli-import-ask = บันทึกการเปลี่ยนแปลงเหล่านี้ลงในไฟล์หรือไม่
cli-import-left = ไม่ได้บันทึกอะไร
cli-import-raced = มีผู้อื่นแก้ไข { $path } ในระหว่างนี้ จึงไม่ได้บันทึกอะไร
    .hint = นำเข้าตารางอีกครั้งเพื่อดูว่าตอนนี้จะเปลี่ยนอะไรบ้าง

## สิ่งที่ผู้ดูแลเครื่องต้องแก้

cli-fatal = หยุดทำงาน
cli-cannot-read = อ่าน { $path } ไม่ได้: { $reason }
cli-cannot-write = บันทึก { $path } ไม่ได้: { $reason }
cli-cannot-watch = เฝ้าดูการเปลี่ยนแปลงใน { $path } ไม่ได้: { $reason }
cli-cannot-listen = เปิดหน้าตัวอย่างที่ { $address } ไม่ได้: { $reason }
cli-no-port = พอร์ต { $port } ถึง { $last } ไม่ว่างเลย เลือกพอร์ตอื่นด้วย --port
cli-content-missing = ไม่มีโฟลเดอร์ content ที่ { $path }
    .hint = ย้ายไปยังโฟลเดอร์ที่มี content หรือระบุด้วย --root
cli-output-foreign = ใน { $path } มีไฟล์ที่ nakhon ไม่ได้สร้าง จึงไม่ได้บันทึกอะไรลงไป
    .hint = เลือกโฟลเดอร์ว่างด้วย --out หรือลบไฟล์ในโฟลเดอร์นี้ด้วยตนเอง
cli-output-inside = โฟลเดอร์ผลลัพธ์ { $path } อยู่ในโฟลเดอร์ content ครั้งหน้าจะถูกอ่านเป็นข้อมูลไปด้วย
cli-file-exists = มี { $path } อยู่แล้ว จึงไม่ได้แก้ไข
cli-today-invalid = ค่า --today คือ “{ $value }” ซึ่งไม่ใช่วันที่แบบ 2026-04-28
cli-base-url-invalid = ค่า --base-url คือ “{ $value }” ซึ่งไม่ใช่ที่อยู่เว็บแบบ https://example.org/
cli-internal = เกิดข้อผิดพลาดภายใน nakhon เอง: { $reason } โปรดแจ้งผู้พัฒนา

## ระบบปฏิเสธเพราะอะไร

reason-storage-full = ดิสก์เต็ม
reason-quota = ผู้ใช้นี้ใช้พื้นที่ครบโควตาแล้ว
reason-read-only = อยู่บนดิสก์ที่อ่านได้อย่างเดียว
reason-permission = ผู้ใช้นี้ไม่มีสิทธิ์เขียนในที่นั้น
reason-busy = มีโปรแกรมอื่นใช้อยู่ หรือเป็นจุดเมานต์ของดิสก์ ให้เลือกโฟลเดอร์ที่อยู่ข้างใน
reason-no-folder = มีส่วนหนึ่งของเส้นทางเป็นไฟล์ ไม่ใช่โฟลเดอร์
reason-missing = ไม่มีอยู่

## เผยแพร่

# $sent, $deleted, $unchanged (Number): จำนวนไฟล์ $kilobytes (Number): ปริมาณที่ส่ง
cli-published = เผยแพร่แล้ว ส่ง { $sent } ไฟล์ ({ $kilobytes } kB) ลบ { $deleted } ไฟล์ มีอยู่แล้ว { $unchanged } ไฟล์
cli-publish-would = จะส่ง { $sent } ไฟล์ ({ $kilobytes } kB) และลบ { $deleted } ไฟล์ มีอยู่แล้ว { $unchanged } ไฟล์ ยังไม่ได้เปลี่ยนแปลงอะไร
cli-publish-resumed = การเผยแพร่ครั้งก่อนหยุดกลางคัน ครั้งนี้จะทำต่อจากเดิม
cli-publish-address = “{ $address }” ไม่ใช่ที่อยู่ที่ nakhon เผยแพร่ไปได้
    .hint = เขียนเป็น s3://bucket/folder, gs://bucket/folder, az://container/folder หรือ file:///folder
cli-publish-credentials-in-address = ในที่อยู่มีชื่อผู้ใช้ รหัสผ่าน หรือพารามิเตอร์ ข้อมูลยืนยันตัวตนต้องมาจากตัวแปรสภาพแวดล้อมเท่านั้น
cli-publish-no-credentials = ในสภาพแวดล้อมไม่มีข้อมูลยืนยันตัวตนสำหรับที่เก็บนี้
    .hint = กำหนดตัวแปรใดตัวแปรหนึ่งต่อไปนี้: { $names }
cli-publish-not-built = ใน { $path } ไม่มีเว็บไซต์ที่ nakhon สร้างไว้ครบถ้วน
    .hint = สั่ง nakhon build ก่อน
cli-publish-altered = มี { $count } ไฟล์ใน { $path } เปลี่ยนไปหลังการสร้าง ไฟล์แรกคือ { $file } จึงไม่ได้เผยแพร่
    .hint = สั่ง nakhon build ใหม่อีกครั้ง
cli-publish-overlap = { $path } กับเว็บไซต์ที่จะเผยแพร่ซ้อนกันอยู่
cli-publish-foreign = ที่ { $address } มีไฟล์ที่ nakhon ไม่ได้เผยแพร่ จึงไม่ได้เปลี่ยนแปลงอะไรที่นั่น
    .hint = เลือกโฟลเดอร์ว่างในที่เก็บ
cli-publish-deletions = จะต้องลบ { $count } ไฟล์ แต่อนุญาตให้ลบได้ไม่เกิน { $limit } ไฟล์ จึงไม่ได้เปลี่ยนแปลงอะไร
    .hint = ถ้าถูกต้องแล้ว ให้อนุญาตด้วย --max-deletes { $count }
cli-publish-store = ที่เก็บปฏิเสธหรือติดต่อไม่ได้: { $reason }
    .hint = สั่งคำสั่งเดิมอีกครั้ง ระบบจะทำต่อจากที่ค้างไว้

## สรุปงาน

summary-heading = สร้างเว็บไซต์แล้ว
summary-not-published = ไม่ได้เผยแพร่อะไร หน้าเว็บที่เผยแพร่ไว้ก่อนยังอยู่เหมือนเดิม
summary-first = ไม่มีเว็บไซต์ครั้งก่อนให้เปรียบเทียบ
summary-same = ไม่มีอะไรต่างจากครั้งก่อน
summary-added = หน้าใหม่ { $count } หน้า
summary-changed = หน้าที่เปลี่ยน { $count } หน้า
summary-removed = หน้าที่ถูกนำออก { $count } หน้า
summary-around = อีก { $count } หน้าเปลี่ยนเฉพาะส่วนรอบเนื้อหา (เมนู รูปแบบ)
summary-files = ไฟล์อื่นที่เพิ่ม เปลี่ยน หรือถูกนำออก { $count } ไฟล์
summary-more = และอีก { $count } รายการ
summary-findings = พบ { $count } จุดที่ควรดู

## ลิงก์ไปเว็บไซต์อื่น

cli-external-asking = กำลังตรวจลิงก์ไปเว็บไซต์อื่น
cli-external-clean = ตรวจลิงก์ไปเว็บไซต์อื่น { $links } ลิงก์แล้ว ใช้ได้ทั้งหมด

## ไฟล์ใหม่และสิ่งที่ช่วยในการเขียน

cli-new-needs-name = ยังไม่ได้บอกชื่อของรายการใหม่ ให้เขียนชื่อต่อจากชนิด เช่น nakhon new space "หอสมุดเมือง"
cli-new-needs-slug = ยังไม่มีชื่อสำหรับที่อยู่เว็บของรายการใหม่
    .hint = เพิ่ม --slug ด้วยตัวอักษร a-z ตัวเลข และขีดกลาง เช่น --slug city-library โปรแกรมไม่ถอดอักษรไทยเป็นอังกฤษให้
# $fields (Text): ชื่อช่อง
cli-new-guessed = ใส่ค่าแทนไว้ก่อนในช่อง { $fields } โปรดแก้ให้ตรงกับความจริง
cli-new-draft = รายการนี้เป็นฉบับร่าง ดูตัวอย่างได้ด้วย nakhon serve --drafts และลบบรรทัด draft: yes ออกเมื่อพร้อมเผยแพร่
cli-new-next = ดูตัวอย่างได้ด้วย nakhon serve
cli-ask-name = ชื่อ ({ $language })
cli-ask-slug = ชื่อในที่อยู่เว็บ (a-z, 0-9, ขีดกลาง)
cli-schema-written = บันทึกสคีมา { $files } ไฟล์ไว้ใน { $path } แล้ว
cli-settings-kept = { $path } มีความเห็นแทรกหรือไม่ใช่ JSON จึงไม่ได้แก้ไข
cli-task-serve = ดูตัวอย่างเว็บไซต์
cli-task-check = ตรวจข้อมูล
cli-cms-written = บันทึกหน้าแก้ไขผ่านเว็บไว้ใน { $path } แล้ว ควรวางไว้ที่อยู่เว็บแยกต่างหาก อ่านวิธีใช้ใน docs/editors
cli-cms-needs-repo = ยังไม่ได้ระบุที่เก็บข้อมูล (repository)
    .hint = เพิ่ม --repo owner/name
cli-init-made = สร้าง { $files } ไฟล์ใน { $path } แล้ว เป็นตัวอย่างสมมติให้เริ่มแก้ไข
cli-init-not-empty = { $path } ไม่ใช่โฟลเดอร์ว่าง จึงไม่ได้แก้ไข
cli-init-next = ทำต่อได้ด้วย cd { $path } แล้วสั่ง nakhon serve
