<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>zsb::AboutDialog</name>
    <message>
        <source>关于与诊断</source>
        <translation>About and diagnostics</translation>
    </message>
    <message>
        <source>专升本报名与资格审核</source>
        <translation>College upgrade: registration and review</translation>
    </message>
    <message>
        <source>为专升本考生登记、核验与审核资格的工作台。以下信息不含任何考生资料，可放心发给维护人员。</source>
        <translation>The workplace for registering and qualifying candidates of the college-to-university upgrade. Nothing below is about a candidate; it is safe to send to support.</translation>
    </message>
    <message>
        <source>复制诊断信息(&amp;C)</source>
        <translation>&amp;Copy diagnostics</translation>
    </message>
    <message>
        <source>关闭(&amp;L)</source>
        <translation>C&amp;lose</translation>
    </message>
</context>
<context>
    <name>zsb::Actions</name>
    <message>
        <source>打开数据(&amp;O)…</source>
        <translation>&amp;Open data…</translation>
    </message>
    <message>
        <source>导入名册与材料(&amp;I)…</source>
        <translation>&amp;Import roster and materials…</translation>
    </message>
    <message>
        <source>退出(&amp;X)</source>
        <translation>E&amp;xit</translation>
    </message>
    <message>
        <source>撤销上一决定(&amp;U)</source>
        <translation>&amp;Undo the last decision</translation>
    </message>
    <message>
        <source>复制证件号码(&amp;C)</source>
        <translation>&amp;Copy document number</translation>
    </message>
    <message>
        <source>查找(&amp;F)</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>工作台(&amp;W)</source>
        <translation>&amp;Home</translation>
    </message>
    <message>
        <source>审核(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>导入(&amp;I)</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>下一窗格(&amp;N)</source>
        <translation>&amp;Next pane</translation>
    </message>
    <message>
        <source>上一窗格(&amp;P)</source>
        <translation>&amp;Previous pane</translation>
    </message>
    <message>
        <source>刷新(&amp;E)</source>
        <translation>R&amp;efresh</translation>
    </message>
    <message>
        <source>适合窗口(&amp;F)</source>
        <translation>&amp;Fit to window</translation>
    </message>
    <message>
        <source>实际大小(&amp;A)</source>
        <translation>&amp;Actual size</translation>
    </message>
    <message>
        <source>放大(&amp;Z)</source>
        <translation>&amp;Zoom in</translation>
    </message>
    <message>
        <source>缩小(&amp;O)</source>
        <translation>Zoom &amp;out</translation>
    </message>
    <message>
        <source>左转(&amp;L)</source>
        <translation>Rotate &amp;left</translation>
    </message>
    <message>
        <source>右转(&amp;T)</source>
        <translation>Rota&amp;te right</translation>
    </message>
    <message>
        <source>全屏(&amp;U)</source>
        <translation>F&amp;ull screen</translation>
    </message>
    <message>
        <source>复位布局(&amp;B)</source>
        <translation>Reset la&amp;yout</translation>
    </message>
    <message>
        <source>跟随系统(&amp;S)</source>
        <translation>As the &amp;system</translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation>&amp;Light</translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>中文(&amp;Z)</source>
        <translation>中文 (&amp;Z)</translation>
    </message>
    <message>
        <source>English(&amp;E)</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>领取一批(&amp;G)</source>
        <translation>Claim a &amp;batch</translation>
    </message>
    <message>
        <source>归还(&amp;B)</source>
        <translation>Give bac&amp;k</translation>
    </message>
    <message>
        <source>下一检查项(&amp;S)</source>
        <translation>Next check (&amp;S)</translation>
    </message>
    <message>
        <source>上一检查项(&amp;K)</source>
        <translation>Pre&amp;vious check</translation>
    </message>
    <message>
        <source>认定问题(&amp;C)</source>
        <translation>&amp;Confirm finding</translation>
    </message>
    <message>
        <source>排除问题(&amp;M)…</source>
        <translation>Dis&amp;miss finding…</translation>
    </message>
    <message>
        <source>通过并下一份(&amp;A)</source>
        <translation>&amp;Approve, next file</translation>
    </message>
    <message>
        <source>退回补正(&amp;R)…</source>
        <translation>&amp;Return for correction…</translation>
    </message>
    <message>
        <source>不通过(&amp;X)…</source>
        <translation>Refuse (&amp;X)…</translation>
    </message>
    <message>
        <source>存疑上报(&amp;D)…</source>
        <translation>&amp;Doubt…</translation>
    </message>
    <message>
        <source>下一份(&amp;N)</source>
        <translation>&amp;Next file</translation>
    </message>
    <message>
        <source>上一份(&amp;P)</source>
        <translation>&amp;Previous file</translation>
    </message>
    <message>
        <source>跳到编号(&amp;J)…</source>
        <translation>&amp;Jump to number…</translation>
    </message>
    <message>
        <source>只看不同(&amp;F)</source>
        <translation>Only di&amp;fferences</translation>
    </message>
    <message>
        <source>历史(&amp;H)…</source>
        <translation>&amp;History…</translation>
    </message>
    <message>
        <source>看第几份材料</source>
        <translation>Look at material number…</translation>
    </message>
    <message>
        <source>看照片</source>
        <translation>Look at the portrait</translation>
    </message>
    <message>
        <source>第 1 步的数据</source>
        <translation>Data of step 1</translation>
    </message>
    <message>
        <source>第 2 步的数据</source>
        <translation>Data of step 2</translation>
    </message>
    <message>
        <source>第 3 步的数据</source>
        <translation>Data of step 3</translation>
    </message>
    <message>
        <source>第 4 步的数据</source>
        <translation>Data of step 4</translation>
    </message>
    <message>
        <source>第 5 步的数据</source>
        <translation>Data of step 5</translation>
    </message>
    <message>
        <source>第 6 步的数据</source>
        <translation>Data of step 6</translation>
    </message>
    <message>
        <source>第 7 步的数据</source>
        <translation>Data of step 7</translation>
    </message>
    <message>
        <source>第 8 步的数据</source>
        <translation>Data of step 8</translation>
    </message>
    <message>
        <source>快捷键一览(&amp;K)</source>
        <translation>&amp;Keys</translation>
    </message>
    <message>
        <source>关于与诊断(&amp;A)</source>
        <translation>&amp;About and diagnostics</translation>
    </message>
</context>
<context>
    <name>zsb::DecisionBar</name>
    <message>
        <source>通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>zsb::Desktop</name>
    <message>
        <source>演示数据：全是虚构的人，可以随便试，永远不会与真实数据混在一起</source>
        <translation>Demo data: everybody here is made up. Try anything; it never mixes with real data.</translation>
    </message>
    <message>
        <source>工作台</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>打开数据文件夹</source>
        <translation>Open a data folder</translation>
    </message>
    <message>
        <source>打不开这个文件夹</source>
        <translation>This folder cannot be opened</translation>
    </message>
    <message>
        <source>正在打开数据…</source>
        <translation>Opening the data…</translation>
    </message>
    <message>
        <source>正在生成演示数据</source>
        <translation>Making the demo data</translation>
    </message>
    <message>
        <source>演示数据没有生成</source>
        <translation>The demo data were not made</translation>
    </message>
    <message>
        <source>演示审核员</source>
        <translation>Demo reviewer</translation>
    </message>
    <message>
        <source>本机审核员</source>
        <translation>Reviewer on this computer</translation>
    </message>
    <message>
        <source>规则包 %1</source>
        <translation>Rules %1</translation>
    </message>
    <message>
        <source>本机 · 离线可用</source>
        <translation>On this computer · works offline</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>规则包</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>规则包指纹</source>
        <translation>Fingerprint of the rules</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>未打开</source>
        <translation>none open</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>Display</translation>
    </message>
</context>
<context>
    <name>zsb::ErrorWords</name>
    <message>
        <source>没有找到所需的内容。</source>
        <translation>What is needed was not found.</translation>
    </message>
    <message>
        <source>请确认文件或文件夹仍在原处，然后重试。</source>
        <translation>Check that the file or folder is still there, then try again.</translation>
    </message>
    <message>
        <source>无法读写文件或设备。</source>
        <translation>A file or device cannot be read or written.</translation>
    </message>
    <message>
        <source>请检查磁盘空间、权限以及文件是否被其他程序占用。</source>
        <translation>Check disk space, permissions, and whether another program holds the file.</translation>
    </message>
    <message>
        <source>内容不符合格式。</source>
        <translation>The content breaks its format.</translation>
    </message>
    <message>
        <source>请换一个文件，或联系提供文件的人。</source>
        <translation>Use another file, or ask whoever made it.</translation>
    </message>
    <message>
        <source>其他人已先作了修改。</source>
        <translation>Somebody else changed it first.</translation>
    </message>
    <message>
        <source>请刷新后再看，再决定一次。</source>
        <translation>Refresh, look again, decide again.</translation>
    </message>
    <message>
        <source>对方没有应答。</source>
        <translation>The other end does not answer.</translation>
    </message>
    <message>
        <source>请检查网络；已领取的档案仍可离线审核。</source>
        <translation>Check the network; claimed files can still be reviewed offline.</translation>
    </message>
    <message>
        <source>不允许这样做。</source>
        <translation>This is not allowed.</translation>
    </message>
    <message>
        <source>请查看说明中的原因，或请督导处理。</source>
        <translation>See the reason given, or ask a supervisor.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>没有改动任何内容，可以重新开始。</source>
        <translation>Nothing was changed; you may start again.</translation>
    </message>
    <message>
        <source>程序内部出错。</source>
        <translation>The program made an error.</translation>
    </message>
    <message>
        <source>请复制详情并交给维护人员。</source>
        <translation>Copy the details and give them to support.</translation>
    </message>
</context>
<context>
    <name>zsb::FilmStrip</name>
    <message>
        <source>材料与照片</source>
        <translation>Materials and portrait</translation>
    </message>
</context>
<context>
    <name>zsb::FindingDelegate</name>
    <message>
        <source>依据 %1：“%2”</source>
        <translation>By %1: “%2”</translation>
    </message>
    <message>
        <source>Enter 看出处，再按认定 · Del 排除</source>
        <translation>Enter shows the evidence, again confirms · Del dismisses</translation>
    </message>
    <message>
        <source>已认定</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>已认定：%1</source>
        <translation>Confirmed: %1</translation>
    </message>
    <message>
        <source>已排除</source>
        <translation>Dismissed</translation>
    </message>
    <message>
        <source>已排除：%1</source>
        <translation>Dismissed: %1</translation>
    </message>
</context>
<context>
    <name>zsb::FindingsModel</name>
    <message>
        <source>错误，未处理</source>
        <translation>Error, open</translation>
    </message>
    <message>
        <source>提示，未处理</source>
        <translation>Hint, open</translation>
    </message>
    <message>
        <source>已认定</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>已排除</source>
        <translation>Dismissed</translation>
    </message>
    <message>
        <source>%1：%2（依据 %3）</source>
        <translation>%1: %2 (by %3)</translation>
    </message>
    <message>
        <source>%1
%2：“%3”</source>
        <translation>%1
%2: “%3”</translation>
    </message>
</context>
<context>
    <name>zsb::FindingsPane</name>
    <message>
        <source>机检问题</source>
        <translation>Findings</translation>
    </message>
    <message>
        <source>机检没有发现问题。请逐项核对材料与照片。</source>
        <translation>The checks found nothing. Compare each material and the portrait.</translation>
    </message>
    <message>
        <source>机检问题 %1 项，未处理 %2 项</source>
        <translation>%1 findings, %2 open</translation>
    </message>
</context>
<context>
    <name>zsb::FormModel</name>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>填报</source>
        <translation>As filled in</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>zsb::FormPane</name>
    <message>
        <source>填报信息</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>只看问题 %1</source>
        <translation>Only problems %1</translation>
    </message>
    <message>
        <source>%1 ✕</source>
        <translation>%1 ✕</translation>
    </message>
    <message>
        <source>只看 %1，再按显示全部</source>
        <translation>Only %1; press again to show all</translation>
    </message>
</context>
<context>
    <name>zsb::HistoryModel</name>
    <message>
        <source>%1，%2（%3）：%4。%5</source>
        <translation>%1, %2 (%3): %4. %5</translation>
    </message>
    <message>
        <source>规则包 %1
校验 %2</source>
        <translation>Rules %1
Chain %2</translation>
    </message>
</context>
<context>
    <name>zsb::HistoryPanel</name>
    <message>
        <source>历史：%1</source>
        <translation>History: %1</translation>
    </message>
    <message>
        <source>关闭  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>zsb::HomePage</name>
    <message>
        <source>%1：%2 份</source>
        <translation>%1: %2 files</translation>
    </message>
    <message>
        <source>读不到档案数量</source>
        <translation>The numbers cannot be read</translation>
    </message>
    <message>
        <source>导入名册与材料(&amp;I)…</source>
        <translation>I&amp;mport roster and materials…</translation>
    </message>
    <message>
        <source>最近决定</source>
        <translation>Newest decisions</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>报名号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>决定</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>还没有档案</source>
        <translation>No files yet</translation>
    </message>
    <message>
        <source>导入一份名册和材料文件夹，或打开另一个数据文件夹。</source>
        <translation>Import a roster with its folder of materials, or open another data folder.</translation>
    </message>
    <message>
        <source>还有 %1 份待审</source>
        <translation>%1 files to review</translation>
    </message>
    <message>
        <source>没有待审的档案</source>
        <translation>Nothing to review</translation>
    </message>
    <message>
        <source>共 %1 份档案 · 今日已决定 %2 份</source>
        <translation>%1 files in all · %2 decided today</translation>
    </message>
    <message>
        <source>继续审核(&amp;C)</source>
        <translation>&amp;Continue reviewing</translation>
    </message>
    <message>
        <source>查看队列(&amp;C)</source>
        <translation>Look at the &amp;queue</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>最近决定(&amp;N)</source>
        <translation>Newest dec&amp;isions</translation>
    </message>
</context>
<context>
    <name>zsb::ImageViewer</name>
    <message>
        <source>材料图片</source>
        <translation>Picture of the material</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>zsb::ImportPage</name>
    <message>
        <source>导入名册与材料</source>
        <translation>Import roster and materials</translation>
    </message>
    <message>
        <source>列的对应</source>
        <translation>How the columns are understood</translation>
    </message>
    <message>
        <source>表中的列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>认作</source>
        <translation>Taken as</translation>
    </message>
    <message>
        <source>第一行</source>
        <translation>First row</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>已入库：新增 %1，变更 %2</source>
        <translation>Imported: %1 new, %2 changed</translation>
    </message>
    <message>
        <source>名册</source>
        <translation>Roster</translation>
    </message>
    <message>
        <source>材料文件夹</source>
        <translation>Folder of materials</translation>
    </message>
    <message>
        <source>选择文件夹(&amp;M)…</source>
        <translation>Choose a f&amp;older…</translation>
    </message>
    <message>
        <source>CSV、XLSX 或 XLS；列名用中文名、字段名或学籍代码都可以</source>
        <translation>CSV, XLSX or XLS; columns may carry Chinese names, field names or school-register codes</translation>
    </message>
    <message>
        <source>照片和材料所在的文件夹；不选则与名册同一文件夹</source>
        <translation>Where portraits and materials lie; the folder of the roster if none is chosen</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>变更</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>有误</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>取消(&amp;Q)</source>
        <translation>Ca&amp;ncel</translation>
    </message>
    <message>
        <source>试算(&amp;D)</source>
        <translation>&amp;Dry run</translation>
    </message>
    <message>
        <source>入库(&amp;S)</source>
        <translation>&amp;Save to the database</translation>
    </message>
    <message>
        <source>选择名册</source>
        <translation>Choose a roster</translation>
    </message>
    <message>
        <source>表格 (*.csv *.xlsx *.xls)</source>
        <translation>Tables (*.csv *.xlsx *.xls)</translation>
    </message>
    <message>
        <source>选择材料文件夹</source>
        <translation>Choose the folder of materials</translation>
    </message>
    <message>
        <source>从一份名册开始</source>
        <translation>Begin with a roster</translation>
    </message>
    <message>
        <source>先选名册文件，看列的对应，再试算；试算不改动任何数据。</source>
        <translation>Choose a table, look at its columns, then do a dry run; that changes nothing.</translation>
    </message>
    <message>
        <source>选择文件(&amp;C)…</source>
        <translation>&amp;Choose a table…</translation>
    </message>
    <message>
        <source>正在读取表头…</source>
        <translation>Reading the header…</translation>
    </message>
    <message>
        <source>去审核(&amp;S)</source>
        <translation>Go and re&amp;view</translation>
    </message>
    <message>
        <source>去审核</source>
        <translation>Go and review</translation>
    </message>
    <message>
        <source>入库</source>
        <translation>Save to the database</translation>
    </message>
    <message>
        <source>试算只数数、只找问题，不改动任何数据。</source>
        <translation>A dry run only counts and finds problems; it changes nothing.</translation>
    </message>
    <message>
        <source>有误的行不会入库；其余的行在一个事务中一次入库。</source>
        <translation>Wrong rows are left out; all others are saved together in one transaction.</translation>
    </message>
    <message>
        <source>没有可入库的行。</source>
        <translation>There is no row to save.</translation>
    </message>
    <message>
        <source>已入库。</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>表中没有的字段：%1</source>
        <translation>Fields the table does not give: %1</translation>
    </message>
    <message>
        <source>第 %1 行，共 %2 行</source>
        <translation>Row %1 of %2</translation>
    </message>
    <message>
        <source>第 %1 行</source>
        <translation>Row %1</translation>
    </message>
    <message>
        <source>已取消，没有改动任何数据</source>
        <translation>Cancelled; nothing was changed</translation>
    </message>
    <message>
        <source>导入没有成功</source>
        <translation>The import did not succeed</translation>
    </message>
    <message>
        <source>选择文件(&amp;B)…</source>
        <translation>Choose &amp;a table…</translation>
    </message>
    <message>
        <source>演示数据只能试算；真实数据请用「文件 → 导入」。</source>
        <translation>Demo data can only be tried out; for real data use File → Import.</translation>
    </message>
</context>
<context>
    <name>zsb::KeyCard</name>
    <message>
        <source>审核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>通用</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>看材料</source>
        <translation>Looking at materials</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>单个字母和小键盘在只读窗格中有效，中文输入法开着也有效。</source>
        <translation>Single letters and the keypad work in read-only panes, even while a Chinese input method is on.</translation>
    </message>
    <message>
        <source>关闭(&amp;L)</source>
        <translation>C&amp;lose</translation>
    </message>
</context>
<context>
    <name>zsb::MainWindow</name>
    <message>
        <source>专升本报名与资格审核</source>
        <translation>College upgrade: registration and review</translation>
    </message>
    <message>
        <source>空间</source>
        <translation>Spaces</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>主题(&amp;M)</source>
        <translation>The&amp;me</translation>
    </message>
    <message>
        <source>语言 Language(&amp;G)</source>
        <translation>Lan&amp;guage 语言</translation>
    </message>
    <message>
        <source>审核(&amp;R)</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>已复制诊断信息</source>
        <translation>Diagnostics copied</translation>
    </message>
</context>
<context>
    <name>zsb::MaterialsModel</name>
    <message>
        <source>%1，必交</source>
        <translation>%1, required</translation>
    </message>
    <message>
        <source>%1，选交</source>
        <translation>%1, optional</translation>
    </message>
    <message>
        <source>，已看</source>
        <translation>, seen</translation>
    </message>
    <message>
        <source>，未看</source>
        <translation>, not seen</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1
%2（%3）</source>
        <translation>%1
%2 (%3)</translation>
    </message>
</context>
<context>
    <name>zsb::NotePanel</name>
    <message>
        <source>%1  Enter</source>
        <translation>%1  Enter</translation>
    </message>
    <message>
        <source>取消  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>常用说明，按数字直接采用</source>
        <translation>Usual remarks: press the digit</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>按数字采用常用说明，或在此输入</source>
        <translation>Press a digit, or type here</translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation>Remark (optional)</translation>
    </message>
    <message>
        <source>请写明理由。</source>
        <translation>Please give the reason.</translation>
    </message>
</context>
<context>
    <name>zsb::PortraitPane</name>
    <message>
        <source>照片</source>
        <translation>Portrait</translation>
    </message>
</context>
<context>
    <name>zsb::QueueModel</name>
    <message>
        <source>%1，%2，%3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1，错误 %2 项，提示 %3 项</source>
        <translation>%1, %2 errors, %3 hints</translation>
    </message>
    <message>
        <source>%1，期限 %2</source>
        <translation>%1, due %2</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>报名号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
</context>
<context>
    <name>zsb::QueuePane</name>
    <message>
        <source>查找考生</source>
        <translation>Find a candidate</translation>
    </message>
    <message>
        <source>姓名、拼音首字母、证件号码后六位或报名号。F3</source>
        <translation>Name, pinyin initials, last six of the document number, or application number. F3</translation>
    </message>
    <message>
        <source>队列</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>考生类型筛选</source>
        <translation>Filter by candidate type</translation>
    </message>
    <message>
        <source>待审队列</source>
        <translation>Files to review</translation>
    </message>
    <message>
        <source>这里没有文件。
换一个队列，或清除查找条件。</source>
        <translation>There is no file here.
Choose another queue or clear the search.</translation>
    </message>
    <message>
        <source>姓名/拼音/证件后六位/报名号</source>
        <translation>Name/initials/last six/number</translation>
    </message>
</context>
<context>
    <name>zsb::ReasonDelegate</name>
    <message>
        <source>%1（Tab 换，共 %2 项）</source>
        <translation>%1 (Tab: another of %2)</translation>
    </message>
    <message>
        <source>机检提示</source>
        <translation>Suggested by the checks</translation>
    </message>
</context>
<context>
    <name>zsb::ReasonsModel</name>
    <message>
        <source>已选：%1 %2</source>
        <translation>Chosen: %1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>zsb::ReasonsPanel</name>
    <message>
        <source>退回补正：%1</source>
        <translation>Return for correction: %1</translation>
    </message>
    <message>
        <source>不通过：%1</source>
        <translation>Refuse: %1</translation>
    </message>
    <message>
        <source>退回  Enter</source>
        <translation>Return  Enter</translation>
    </message>
    <message>
        <source>不通过  Enter</source>
        <translation>Refuse  Enter</translation>
    </message>
    <message>
        <source>取消  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>直接按 1–9 选，或输入编号、拼音首字母、文字查找</source>
        <translation>Press 1–9, or type a code, initials or words</translation>
    </message>
    <message>
        <source>查找原因</source>
        <translation>Find a reason</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>补充说明（写给考生，不超过 200 字）</source>
        <translation>Remark to the candidate (at most 200 characters)</translation>
    </message>
    <message>
        <source>补充说明</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>补正期限(&amp;D)</source>
        <translation>&amp;Due</translation>
    </message>
    <message>
        <source>补正期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>不通过是最终决定，已缴费用将退还。请输入报名号后四位确认(&amp;N)：</source>
        <translation>A refusal is final; a paid fee is refunded. Type the last four of the application &amp;number:</translation>
    </message>
    <message>
        <source>报名号后四位</source>
        <translation>Last four of the application number</translation>
    </message>
    <message>
        <source>通知单预览</source>
        <translation>Preview of the notice</translation>
    </message>
    <message>
        <source>至少选一项原因。</source>
        <translation>Choose at least one reason.</translation>
    </message>
    <message>
        <source>所选原因要写补充说明。</source>
        <translation>The chosen reason needs a remark.</translation>
    </message>
    <message>
        <source>请输入报名号后四位。</source>
        <translation>Type the last four of the application number.</translation>
    </message>
</context>
<context>
    <name>zsb::ReviewController</name>
    <message>
        <source>第 %1 次提交</source>
        <translation>Submission %1</translation>
    </message>
    <message>
        <source>补正期限 %1</source>
        <translation>Correction due %1</translation>
    </message>
    <message>
        <source>共 %1 份</source>
        <translation>%1 files</translation>
    </message>
    <message>
        <source>第 %1 份，共 %2 份</source>
        <translation>File %1 of %2</translation>
    </message>
    <message>
        <source>上一份 %1 秒，本次 %2 份</source>
        <translation>Last one %1 s, %2 this time</translation>
    </message>
    <message>
        <source>撤销（还有 %1 秒）</source>
        <translation>Undo (%1 s left)</translation>
    </message>
    <message>
        <source>没有打开的文件。</source>
        <translation>No file is open.</translation>
    </message>
    <message>
        <source>未看：%1</source>
        <translation>Not seen: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n 个问题未处理</source>
        <translation>
            <numerusform>%n finding open</numerusform>
            <numerusform>%n findings open</numerusform>
        </translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>已记录：%1。Ctrl+Z 撤销</source>
        <translation>Recorded: %1. Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>连续 %1 份都在 %2 秒内通过，请确认每项都看清了。</source>
        <translation>%1 approvals in a row took less than %2 seconds each. Please make sure everything was looked at.</translation>
    </message>
    <message>
        <source>已认定。</source>
        <translation>Confirmed.</translation>
    </message>
    <message>
        <source>已排除。</source>
        <translation>Dismissed.</translation>
    </message>
    <message>
        <source>没有可以撤销的决定。</source>
        <translation>There is no decision to undo.</translation>
    </message>
    <message>
        <source>已撤销，请重新决定。</source>
        <translation>Undone; please decide again.</translation>
    </message>
    <message>
        <source>待审（全部）</source>
        <translation>To review (all)</translation>
    </message>
    <message>
        <source>待初审</source>
        <translation>First review</translation>
    </message>
    <message>
        <source>待复审</source>
        <translation>Second review</translation>
    </message>
    <message>
        <source>待审，机检有问题</source>
        <translation>To review, with findings</translation>
    </message>
    <message>
        <source>存疑与争议</source>
        <translation>Doubts and disputes</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>全部考生类型</source>
        <translation>All candidate types</translation>
    </message>
    <message>
        <source>没有报名号 %1。</source>
        <translation>There is no number %1.</translation>
    </message>
    <message>
        <source>已是最后一份。</source>
        <translation>This is the last file.</translation>
    </message>
    <message>
        <source>已是第一份。</source>
        <translation>This is the first file.</translation>
    </message>
    <message numerus="yes">
        <source>已领取 %n 份。</source>
        <translation>
            <numerusform>%n file claimed.</numerusform>
            <numerusform>%n files claimed.</numerusform>
        </translation>
    </message>
    <message>
        <source>已归还，别人可以领取。</source>
        <translation>Given back; others may claim it.</translation>
    </message>
    <message>
        <source>已送复审</source>
        <translation>sent to second review</translation>
    </message>
</context>
<context>
    <name>zsb::ReviewPage</name>
    <message>
        <source>照片</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>没有打开的文件</source>
        <translation>No file is open</translation>
    </message>
    <message>
        <source>必交</source>
        <translation>required</translation>
    </message>
    <message>
        <source>选交</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>%1/%2  %3（%4）</source>
        <translation>%1/%2  %3 (%4)</translation>
    </message>
    <message>
        <source>图片无法显示，不能算作看过。</source>
        <translation>The picture cannot be shown and does not count as seen.</translation>
    </message>
    <message>
        <source>正在读取 %1…</source>
        <translation>Reading %1…</translation>
    </message>
    <message>
        <source>本队列已审完</source>
        <translation>This queue is done</translation>
    </message>
    <message numerus="yes">
        <source>本次共决定 %n 份。可以换一个队列，或按 F5 刷新。</source>
        <translation>
            <numerusform>%n file decided this time. Choose another queue, or refresh with F5.</numerusform>
            <numerusform>%n files decided this time. Choose another queue, or refresh with F5.</numerusform>
        </translation>
    </message>
    <message>
        <source>先完成或取消右侧的填写（Esc）。</source>
        <translation>First finish or cancel what is open at the right (Esc).</translation>
    </message>
    <message>
        <source>各项已看，没有未处理的错误，可以决定。</source>
        <translation>Everything seen, no error open: ready to decide.</translation>
    </message>
    <message>
        <source>不能通过：%1</source>
        <translation>Cannot approve: %1</translation>
    </message>
    <message>
        <source>存疑上报：%1</source>
        <translation>Doubt: %1</translation>
    </message>
    <message>
        <source>交给复审或督导决定。写清疑点，接手的人不必从头看起。</source>
        <translation>Second review or a supervisor decides. Say what is doubtful, so nobody has to start over.</translation>
    </message>
    <message>
        <source>上报</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>材料真伪需向发证单位核实</source>
        <translation>Authenticity must be checked with the issuer</translation>
    </message>
    <message>
        <source>照片与证件是否为同一人存疑</source>
        <translation>Portrait and document may show different people</translation>
    </message>
    <message>
        <source>学籍信息与材料不一致，需核查</source>
        <translation>School record and material differ</translation>
    </message>
    <message>
        <source>情况特殊，请复审定夺</source>
        <translation>A special case; please decide</translation>
    </message>
    <message>
        <source>认定问题</source>
        <translation>Confirm the finding</translation>
    </message>
    <message>
        <source>认定</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>与材料核对，问题属实</source>
        <translation>Compared with the material: it is so</translation>
    </message>
    <message>
        <source>与考生核实，问题属实</source>
        <translation>Checked with the candidate: it is so</translation>
    </message>
    <message>
        <source>排除问题</source>
        <translation>Dismiss the finding</translation>
    </message>
    <message>
        <source>排除</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>与材料原件核对无误</source>
        <translation>Compared with the original: correct</translation>
    </message>
    <message>
        <source>机检误判，人工看过无误</source>
        <translation>The check was wrong: correct by eye</translation>
    </message>
    <message>
        <source>已与考生电话核实</source>
        <translation>Checked with the candidate by phone</translation>
    </message>
    <message>
        <source>学校已出具证明</source>
        <translation>The college has certified it</translation>
    </message>
    <message>
        <source>查找结果里没有待审的了</source>
        <translation>Nothing left to review among these results</translation>
    </message>
    <message>
        <source>清空查找框（F3）就回到队列。</source>
        <translation>Clear the search box (F3) to come back to the queue.</translation>
    </message>
</context>
<context>
    <name>zsb::ReviewRows</name>
    <message>
        <source>待复审</source>
        <translation>Second review</translation>
    </message>
    <message>
        <source>他人审核中</source>
        <translation>With another reviewer</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>招考类别</source>
        <translation>Exam category</translation>
    </message>
    <message>
        <source>专业课科目</source>
        <translation>Major subject</translation>
    </message>
    <message>
        <source>无记录</source>
        <translation>no record</translation>
    </message>
    <message>
        <source>须知同意</source>
        <translation>Notice accepted</translation>
    </message>
    <message>
        <source>身份采集</source>
        <translation>Identity collected</translation>
    </message>
    <message>
        <source>缴费</source>
        <translation>Payment</translation>
    </message>
    <message>
        <source>考生确认</source>
        <translation>Confirmed by the candidate</translation>
    </message>
    <message>
        <source>提交时间</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>审批结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>%1×%2，%3</source>
        <translation>%1×%2, %3</translation>
    </message>
    <message>
        <source>必交材料没有上传。</source>
        <translation>A required material was not uploaded.</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>没有照片。</source>
        <translation>There is no portrait.</translation>
    </message>
    <message>
        <source>%1 ≤ %2</source>
        <translation>%1 ≤ %2</translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <translation>%1 &gt; %2</translation>
    </message>
    <message>
        <source>本人、正面、免冠、白底</source>
        <translation>Own face, frontal, bareheaded, white</translation>
    </message>
    <message>
        <source>眼镜、头发、光线请人工确认</source>
        <translation>Glasses, hair, light: judge by eye</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>未完成的步骤</source>
        <translation>Unfinished steps</translation>
    </message>
    <message>
        <source>%1（报名号 %2）：</source>
        <translation>%1 (number %2):</translation>
    </message>
    <message>
        <source>你的报名需要补正，请于 %1前一次改好下列各项：</source>
        <translation>Your application needs correction. Please correct all of the following before %1:</translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>你的报名未通过资格审核，原因如下：</source>
        <translation>Your application was refused for the following reasons:</translation>
    </message>
    <message>
        <source>（选了原因，这里就会列出。）</source>
        <translation>(Chosen reasons are listed here.)</translation>
    </message>
    <message>
        <source>%1. %2：%3（%4）</source>
        <translation>%1. %2: %3 (%4)</translation>
    </message>
    <message>
        <source> %1</source>
        <translation> %1</translation>
    </message>
    <message>
        <source>建立报名</source>
        <translation>Application created</translation>
    </message>
    <message>
        <source>同意考生须知</source>
        <translation>Notice accepted</translation>
    </message>
    <message>
        <source>选择考生类型</source>
        <translation>Type chosen</translation>
    </message>
    <message>
        <source>填报信息</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>上传材料</source>
        <translation>Material uploaded</translation>
    </message>
    <message>
        <source>删除材料</source>
        <translation>Material removed</translation>
    </message>
    <message>
        <source>上传照片</source>
        <translation>Portrait uploaded</translation>
    </message>
    <message>
        <source>登记身份采集</source>
        <translation>Identity recorded</translation>
    </message>
    <message>
        <source>登记缴费</source>
        <translation>Payment recorded</translation>
    </message>
    <message>
        <source>确认登记表</source>
        <translation>Form confirmed</translation>
    </message>
    <message>
        <source>提交审批</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>撤回修改</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>领取</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>归还</source>
        <translation>Given back</translation>
    </message>
    <message>
        <source>看过</source>
        <translation>Looked at</translation>
    </message>
    <message>
        <source>处理机检问题</source>
        <translation>Finding settled</translation>
    </message>
    <message>
        <source>撤销决定</source>
        <translation>Decision undone</translation>
    </message>
    <message>
        <source>申请变更类型</source>
        <translation>Change of type requested</translation>
    </message>
    <message>
        <source>答复变更申请</source>
        <translation>Request answered</translation>
    </message>
    <message>
        <source>变更考生类型</source>
        <translation>Type changed</translation>
    </message>
    <message>
        <source>选择拟报专业</source>
        <translation>Major chosen</translation>
    </message>
    <message>
        <source>更改考点</source>
        <translation>Exam site changed</translation>
    </message>
    <message>
        <source>登记归档</source>
        <translation>Archive step recorded</translation>
    </message>
    <message>
        <source>屏幕上看过：%1</source>
        <translation>On screen: %1</translation>
    </message>
    <message>
        <source>认定：%1</source>
        <translation>Confirmed: %1</translation>
    </message>
    <message>
        <source>排除：%1</source>
        <translation>Dismissed: %1</translation>
    </message>
    <message>
        <source>说明：%1</source>
        <translation>Remark: %1</translation>
    </message>
    <message>
        <source>规则包 %1</source>
        <translation>Rules %1</translation>
    </message>
    <message>
        <source>%1×%2（宽 %3–%4，高 %5–%6）</source>
        <translation>%1×%2 (width %3–%4, height %5–%6)</translation>
    </message>
</context>
<context>
    <name>zsb::ReviewWords</name>
    <message>
        <source>填报中</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>争议</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>存疑上报</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>未缴费</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>缴费处理中</source>
        <translation>Payment under way</translation>
    </message>
    <message>
        <source>已缴费</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>退款中</source>
        <translation>Refund under way</translation>
    </message>
    <message>
        <source>已退款</source>
        <translation>Refunded</translation>
    </message>
    <message>
        <source>订单已过期</source>
        <translation>Order expired</translation>
    </message>
    <message>
        <source>报名数据里写了文件名，但没有这个文件。</source>
        <translation>The data name a file that is not there.</translation>
    </message>
    <message>
        <source>文件是空的（0 字节）。</source>
        <translation>The file is empty (0 bytes).</translation>
    </message>
    <message>
        <source>文件内容不是图片。</source>
        <translation>The content is no picture.</translation>
    </message>
    <message>
        <source>图片不完整，后半部分缺失。</source>
        <translation>The picture is cut short.</translation>
    </message>
    <message>
        <source>图片已损坏。</source>
        <translation>The picture is damaged.</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>考生类型</source>
        <translation>Candidate type</translation>
    </message>
    <message>
        <source>整份材料</source>
        <translation>the material as a whole</translation>
    </message>
    <message>
        <source>附件%1·%2</source>
        <translation>Annex %1·%2</translation>
    </message>
    <message>
        <source>M月d日 HH:mm</source>
        <translation>d MMM HH:mm</translation>
    </message>
    <message>
        <source>M月d日</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>%1 字节</source>
        <translation>%1 bytes</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>这份文件已不在数据库里，请刷新队列（F5）。</source>
        <translation>This file is no longer in the database; refresh the queue (F5).</translation>
    </message>
    <message>
        <source>数据库读写失败，决定没有记录。请检查磁盘空间与权限后重试。</source>
        <translation>The database failed and nothing was recorded. Check disk space and permissions, then try again.</translation>
    </message>
    <message>
        <source>数据内容有误，决定没有记录。请在“关于与诊断”中核对数据库。</source>
        <translation>The data are wrong and nothing was recorded. See “About and diagnostics”.</translation>
    </message>
    <message>
        <source>另一个程序正在写入，决定没有记录。请再试一次。</source>
        <translation>Another program is writing and nothing was recorded. Try again.</translation>
    </message>
    <message>
        <source>对方没有应答，请稍后再试。</source>
        <translation>The other end does not answer; try again later.</translation>
    </message>
    <message>
        <source>此操作不被允许。</source>
        <translation>This is not allowed.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>程序内部错误，决定没有记录。请重试；仍不行时导出诊断信息。</source>
        <translation>The program made an error and nothing was recorded. Try again; if it stays, send the diagnostics.</translation>
    </message>
    <message>
        <source>没有这份报名，请刷新队列（F5）。</source>
        <translation>There is no such application; refresh the queue (F5).</translation>
    </message>
    <message>
        <source>这份报名已经存在。</source>
        <translation>This application exists already.</translation>
    </message>
    <message>
        <source>这份文件刚被改动，已重新载入，请再核对一次。</source>
        <translation>The file has just been changed and was loaded again; please check once more.</translation>
    </message>
    <message>
        <source>规则包已更换，请重新载入后再决定。</source>
        <translation>The rules were replaced; load again before deciding.</translation>
    </message>
    <message>
        <source>没有登录的审核人，不能决定。</source>
        <translation>Nobody is signed in, so nobody can decide.</translation>
    </message>
    <message>
        <source>这份文件现在的状态不能这样处理。</source>
        <translation>The file is not in a state for this.</translation>
    </message>
    <message>
        <source>已经这样处理过了。</source>
        <translation>This has been done already.</translation>
    </message>
    <message>
        <source>不在规定时间内（%1 至 %2）。</source>
        <translation>Outside the time for it (%1 to %2).</translation>
    </message>
    <message>
        <source>补正期限 %1 已过。</source>
        <translation>The correction was due %1.</translation>
    </message>
    <message>
        <source>补正期限必须在现在之后。</source>
        <translation>The due date must lie in the future.</translation>
    </message>
    <message>
        <source>考生还没有阅读并同意考生须知。</source>
        <translation>The candidate has not accepted the notice.</translation>
    </message>
    <message>
        <source>还没有选择考生类型。</source>
        <translation>No candidate type is chosen.</translation>
    </message>
    <message>
        <source>规则包里没有这个考生类型。</source>
        <translation>The rules know no such candidate type.</translation>
    </message>
    <message>
        <source>没有要改的内容。</source>
        <translation>There is nothing to change.</translation>
    </message>
    <message>
        <source>这个考生类型不填“%1”。</source>
        <translation>This candidate type does not ask for “%1”.</translation>
    </message>
    <message>
        <source>“%1”选定后不能更改。</source>
        <translation>“%1” cannot be changed once chosen.</translation>
    </message>
    <message>
        <source>“%1”没有要求补正，不能改。</source>
        <translation>“%1” was not returned for correction and cannot be changed.</translation>
    </message>
    <message>
        <source>“%1”还没有补正。</source>
        <translation>“%1” has not been corrected yet.</translation>
    </message>
    <message>
        <source>规则包里没有这种材料。</source>
        <translation>The rules know no such material.</translation>
    </message>
    <message>
        <source>这个考生类型不交“%1”。</source>
        <translation>This candidate type does not hand in “%1”.</translation>
    </message>
    <message>
        <source>“%1”没有文件内容。</source>
        <translation>“%1” has no content.</translation>
    </message>
    <message>
        <source>“%1”里没有这个文件。</source>
        <translation>“%1” holds no such file.</translation>
    </message>
    <message>
        <source>必填项“%1”没有填写。</source>
        <translation>The required field “%1” is empty.</translation>
    </message>
    <message>
        <source>必交材料“%1”没有上传。</source>
        <translation>The required material “%1” was not uploaded.</translation>
    </message>
    <message>
        <source>没有照片。</source>
        <translation>There is no portrait.</translation>
    </message>
    <message>
        <source>还没有完成身份采集。</source>
        <translation>The identity was not collected.</translation>
    </message>
    <message>
        <source>考生还没有确认报名登记表。</source>
        <translation>The candidate has not confirmed the form.</translation>
    </message>
    <message>
        <source>还没有缴费。</source>
        <translation>The fee is not paid.</translation>
    </message>
    <message>
        <source>现在不需要缴费。</source>
        <translation>No payment is due now.</translation>
    </message>
    <message>
        <source>缴费状态不能这样变化。</source>
        <translation>The payment cannot change like this.</translation>
    </message>
    <message>
        <source>金额与应缴费用不符。</source>
        <translation>The amount is not the fee.</translation>
    </message>
    <message>
        <source>订单号不符。</source>
        <translation>The order number differs.</translation>
    </message>
    <message>
        <source>没有应退的费用。</source>
        <translation>No refund is due.</translation>
    </message>
    <message>
        <source>本环节由“%1”决定，您的角色不能处理。</source>
        <translation>This stage is decided by “%1”; your role may not.</translation>
    </message>
    <message>
        <source>另一位审核人正在审，到 %1 为止。</source>
        <translation>Another reviewer holds it until %1.</translation>
    </message>
    <message>
        <source>请先领取这份文件（Ctrl+G）。</source>
        <translation>Claim the file first (Ctrl+G).</translation>
    </message>
    <message>
        <source>须由另一个人决定：前一次是您本人审的。</source>
        <translation>Somebody else must decide: the earlier decision was yours.</translation>
    </message>
    <message>
        <source>没有“%1”这一项。</source>
        <translation>There is no item “%1”.</translation>
    </message>
    <message>
        <source>“%1”的内容已变，请重新看过。</source>
        <translation>“%1” has changed; please look again.</translation>
    </message>
    <message>
        <source>未看：%1</source>
        <translation>Not seen: %1</translation>
    </message>
    <message>
        <source>这个问题已经不存在，请刷新（F5）。</source>
        <translation>This finding is gone; refresh (F5).</translation>
    </message>
    <message>
        <source>问题未处理：%1</source>
        <translation>Open finding: %1</translation>
    </message>
    <message>
        <source>已认定的问题：%1，只能退回补正或不通过。</source>
        <translation>Confirmed finding: %1. Only return or refuse is left.</translation>
    </message>
    <message>
        <source>请写明理由。</source>
        <translation>Please give the reason.</translation>
    </message>
    <message>
        <source>至少选一项原因。</source>
        <translation>Choose at least one reason.</translation>
    </message>
    <message>
        <source>规则包里没有这个原因编号。</source>
        <translation>The rules know no such reason.</translation>
    </message>
    <message>
        <source>原因 %1 要写补充说明。</source>
        <translation>Reason %1 needs a remark.</translation>
    </message>
    <message>
        <source>原因 %1 不能用在“%2”上。</source>
        <translation>Reason %1 does not fit “%2”.</translation>
    </message>
    <message>
        <source>存疑或争议的文件要给出明确结论，不能再存疑。</source>
        <translation>A doubtful or disputed file needs a clear decision, not another doubt.</translation>
    </message>
    <message>
        <source>没有可以撤销的决定。</source>
        <translation>There is no decision to undo.</translation>
    </message>
    <message>
        <source>这不是您的决定，不能撤销。</source>
        <translation>This is not your decision; you cannot undo it.</translation>
    </message>
    <message>
        <source>已过撤销时限（%1），决定已生效。</source>
        <translation>The time to undo ended %1; the decision stands.</translation>
    </message>
    <message>
        <source>这份文件之后又有了新的处理，不能撤销。</source>
        <translation>Something followed this decision; it cannot be undone.</translation>
    </message>
    <message>
        <source>规则包里没有这种类型变更。</source>
        <translation>The rules know no such change of type.</translation>
    </message>
    <message>
        <source>这份文件不能作这种类型变更。</source>
        <translation>This change of type is not offered for the file.</translation>
    </message>
    <message>
        <source>类型变更申请正在处理。</source>
        <translation>A change of type is under way.</translation>
    </message>
    <message>
        <source>没有类型变更申请。</source>
        <translation>There is no request for a change of type.</translation>
    </message>
    <message>
        <source>拟报本科专业在报名时已经选定。</source>
        <translation>The intended major was chosen at registration.</translation>
    </message>
    <message>
        <source>专业目录里没有“%1”。</source>
        <translation>The catalogue has no “%1”.</translation>
    </message>
    <message>
        <source>“%1”不在专科专业的对应范围内。</source>
        <translation>“%1” cannot be reached from the junior major.</translation>
    </message>
    <message>
        <source>考点所在盟市选定后不能更改。</source>
        <translation>The exam site cannot be changed once chosen.</translation>
    </message>
    <message>
        <source>没有这个考点。</source>
        <translation>There is no such exam site.</translation>
    </message>
    <message>
        <source>这个考生类型没有归档路线。</source>
        <translation>This candidate type has no archive route.</translation>
    </message>
    <message>
        <source>没有这个归档步骤。</source>
        <translation>There is no such archive step.</translation>
    </message>
    <message>
        <source>归档步骤要按顺序登记。</source>
        <translation>Archive steps are recorded in order.</translation>
    </message>
</context>
<context>
    <name>zsb::StateWidget</name>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>复制详情(&amp;C)</source>
        <translation>Cop&amp;y details</translation>
    </message>
    <message>
        <source>%1%2（编号 %3）</source>
        <translation>%1 %2 (number %3)</translation>
    </message>
    <message>
        <source>重试(&amp;T)</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
</context>
<context>
    <name>zsb::Stepper</name>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>not started</translation>
    </message>
    <message>
        <source>受阻</source>
        <translation>blocked</translation>
    </message>
    <message>
        <source>第 %1 步 %2，共 %3 步，%4</source>
        <translation>Step %1 %2 of %3, %4</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>报名步骤</source>
        <translation>Steps of the registration</translation>
    </message>
</context>
<context>
    <name>zsb::StoreImport</name>
    <message>
        <source>既没有报名号也没有证件号码，不知道是谁。</source>
        <translation>Neither application number nor document number: nobody knows who this is.</translation>
    </message>
    <message>
        <source>同一份档案在表中已出现过，只取第一行。</source>
        <translation>The table has this file already; only its first row counts.</translation>
    </message>
    <message>
        <source>档案在本机已往前走（已审、已锁定或被领取），不能再由名册改动。</source>
        <translation>The file has moved on here (reviewed, locked or claimed); a roster can no longer change it.</translation>
    </message>
    <message>
        <source>所列的材料文件读不出来。</source>
        <translation>A material it names cannot be read.</translation>
    </message>
    <message>
        <source>考生类型不认识，作为草稿入库，不进入审核。</source>
        <translation>Unknown candidate type: saved as a draft, not for review.</translation>
    </message>
    <message>
        <source>单元格里的内容已经丢失，整行不导入；请改正原表再导入。</source>
        <translation>Cells of the row have lost what was typed in them. The row is not imported; correct the table and import it again.</translation>
    </message>
</context>
<context>
    <name>zsb::TitleStrip</name>
    <message>
        <source>离开演示(&amp;L)</source>
        <translation>&amp;Leave the demo</translation>
    </message>
</context>
<context>
    <name>zsb::WelcomePage</name>
    <message>
        <source>专升本报名与资格审核</source>
        <translation>College upgrade: registration and review</translation>
    </message>
    <message>
        <source>在一台电脑上登记、核对和审核每一份报名档案；不连网络也能用，每个决定都可追溯。</source>
        <translation>Register, compare and review every application on one computer; works without a network, and every decision can be traced.</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>语言 Language(&amp;L)</source>
        <translation>&amp;Language 语言</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>主题(&amp;T)</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>体验演示数据(&amp;D)</source>
        <translation>Try the &amp;demo</translation>
    </message>
    <message>
        <source>一分钟学会审核：60 份虚构档案，随便试，不影响真实数据。</source>
        <translation>Learn to review in a minute: 60 made-up files to play with, apart from any real data.</translation>
    </message>
    <message>
        <source>打开数据(&amp;O)…</source>
        <translation>&amp;Open data…</translation>
    </message>
    <message>
        <source>打开本机上已有的数据文件夹，接着上次的地方继续。</source>
        <translation>Open a data folder of this computer and go on where you stopped.</translation>
    </message>
    <message>
        <source>导入(&amp;I)…</source>
        <translation>&amp;Import…</translation>
    </message>
    <message>
        <source>从 CSV 或 Excel 名册和材料文件夹建立新的数据；先试算，再入库。</source>
        <translation>Begin with a CSV or Excel roster and a folder of materials; dry run first, then save.</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>%1（%2/%3）</source>
        <translation>%1 (%2/%3)</translation>
    </message>
    <message>
        <source>%1：%2%3（编号 %4）</source>
        <translation>%1: %2 %3 (number %4)</translation>
    </message>
</context>
</TS>
