<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Diagnostics</name>
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
    <name>Reviewers</name>
    <message>
        <source>演示审核员</source>
        <translation>Demo reviewer</translation>
    </message>
    <message>
        <source>本机审核员</source>
        <translation>Reviewer at this computer</translation>
    </message>
</context>
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
    <name>zsb::AccountDialog</name>
    <message>
        <source>以什么岗位办理</source>
        <translation>As which role</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>Document type</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>再填一次证件号码</source>
        <translation>Document number again</translation>
    </message>
    <message>
        <source>考生的手机号</source>
        <translation>The candidate&apos;s phone</translation>
    </message>
    <message>
        <source>考生的新密码</source>
        <translation>The candidate&apos;s new password</translation>
    </message>
    <message>
        <source>再填一次新密码</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>说明（必填）</source>
        <translation>Note (required)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>凭证文件（必选）</source>
        <translation>Evidence file (required)</translation>
    </message>
    <message>
        <source>凭证文件</source>
        <translation>Evidence file</translation>
    </message>
    <message>
        <source>证件的扫描件，不超过 1 MB</source>
        <translation>A scan of the document, at most 1 MB</translation>
    </message>
    <message>
        <source>选择(&amp;F)…</source>
        <translation>Choose &amp;File…</translation>
    </message>
    <message>
        <source>岗位(&amp;R)</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>证件类型(&amp;T)</source>
        <translation>Document &amp;type</translation>
    </message>
    <message>
        <source>证件号码(&amp;N)</source>
        <translation>Document &amp;number</translation>
    </message>
    <message>
        <source>再填号码(&amp;A)</source>
        <translation>Number &amp;again</translation>
    </message>
    <message>
        <source>手机号(&amp;M)</source>
        <translation>&amp;Mobile</translation>
    </message>
    <message>
        <source>新密码(&amp;P)</source>
        <translation>New &amp;password</translation>
    </message>
    <message>
        <source>再填密码(&amp;W)</source>
        <translation>Pass&amp;word again</translation>
    </message>
    <message>
        <source>说明（必填）(&amp;S)</source>
        <translation>Note (required) (&amp;S)</translation>
    </message>
    <message>
        <source>说明(&amp;S)</source>
        <translation>Note (&amp;S)</translation>
    </message>
    <message>
        <source>凭证（必选）</source>
        <translation>Evidence (required)</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>办理(&amp;G)</source>
        <translation>&amp;Go ahead</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>考生本人带证件到场才能办。手机号和密码请考生自己输入；谁办的、什么时候、凭什么，都会留下记录。</source>
        <translation>Only for a candidate who is here in person with the document. They type phone and password themselves; who did it, when and on what evidence is recorded.</translation>
    </message>
    <message>
        <source>选择凭证文件</source>
        <translation>Choose the evidence file</translation>
    </message>
    <message>
        <source>正在联系服务器…</source>
        <translation>Contacting the server…</translation>
    </message>
    <message>
        <source>图片 (*.jpg *.jpeg *.png)</source>
        <translation>Pictures (*.jpg *.jpeg *.png)</translation>
    </message>
</context>
<context>
    <name>zsb::AccountWords</name>
    <message>
        <source>使用中</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>考生本人</source>
        <translation>The candidate</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>有</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>查找账号</source>
        <translation>Find account</translation>
    </message>
    <message>
        <source>代为注册</source>
        <translation>Register for a candidate</translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>收回被占用的号码</source>
        <translation>Reclaim an occupied number</translation>
    </message>
    <message>
        <source>院校登记员</source>
        <translation>College registrar</translation>
    </message>
    <message>
        <source>旗县招生办</source>
        <translation>County admissions office</translation>
    </message>
    <message>
        <source>自己注册</source>
        <translation>Registered by themselves</translation>
    </message>
    <message>
        <source>现场代为注册</source>
        <translation>Registered at the desk</translation>
    </message>
    <message>
        <source>自己重设密码</source>
        <translation>Password reset by themselves</translation>
    </message>
    <message>
        <source>现场重设密码</source>
        <translation>Password reset at the desk</translation>
    </message>
    <message>
        <source>现场收回号码后新开</source>
        <translation>Opened after the number was reclaimed</translation>
    </message>
    <message>
        <source>号码被持证人收回，停用</source>
        <translation>Closed: the holder of the document reclaimed the number</translation>
    </message>
    <message>
        <source>接管</source>
        <translation>Taken over</translation>
    </message>
    <message>
        <source>没有收到回答，不知道是否已办成：先查一次这个号码，看历史再决定，不要直接重办。</source>
        <translation>No answer came, so it may or may not have been done: find this number and look at the history first, do not simply repeat it.</translation>
    </message>
    <message>
        <source>同步已暂停：先点“立即同步”，再办这件事。</source>
        <translation>The sync is paused: choose “Sync now” first, then do this again.</translation>
    </message>
    <message>
        <source>凭证文件读不出来：请重新选择。</source>
        <translation>The evidence file cannot be read: choose it again.</translation>
    </message>
    <message>
        <source>凭证文件超过 1 MB：请用较低的分辨率重新扫描。</source>
        <translation>The evidence file is larger than 1 MB: scan it again at a lower resolution.</translation>
    </message>
    <message>
        <source>没有联系上服务器，什么也没有改。%1%2</source>
        <translation>The server was not reached; nothing was changed. %1 %2</translation>
    </message>
    <message>
        <source>请填证件号码或手机号。</source>
        <translation>Enter a document number or a phone.</translation>
    </message>
    <message>
        <source>登录已过期：请重新登录，再办一次。</source>
        <translation>You are signed out: sign in again, then do this once more.</translation>
    </message>
    <message>
        <source>不在您的职责范围内：考生账号由院校登记员或旗县招生办办理。</source>
        <translation>Not within your duties: candidates&apos; accounts are for college registrars and county admissions offices.</translation>
    </message>
    <message>
        <source>账号与证件号码对不上，或账号已停用：请重新查找。</source>
        <translation>The account does not belong to this document number, or is closed: find it again.</translation>
    </message>
    <message>
        <source>内容已被他人更改：请重新查找。</source>
        <translation>Somebody was faster: find it again.</translation>
    </message>
    <message>
        <source>凭证没有传到服务器：请再办一次。</source>
        <translation>The evidence did not reach the server: do this once more.</translation>
    </message>
    <message>
        <source>请求过于频繁，请稍候再试。</source>
        <translation>Too many requests: wait a little.</translation>
    </message>
    <message>
        <source>服务器维护中，请稍后再试。</source>
        <translation>The server is being worked on: try again later.</translation>
    </message>
    <message>
        <source>服务器存储空间不足，请告诉管理员。</source>
        <translation>The server has no room left: tell the administrator.</translation>
    </message>
    <message>
        <source>服务器没有办理（%1）。</source>
        <translation>The server did not do it (%1).</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>Document type</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>再填证件号码</source>
        <translation>Document number again</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再填密码</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>%1：没有填。</source>
        <translation>%1: missing.</translation>
    </message>
    <message>
        <source>%1：两次不一致。</source>
        <translation>%1: typed differently twice.</translation>
    </message>
    <message>
        <source>%1：太短。</source>
        <translation>%1: too short.</translation>
    </message>
    <message>
        <source>%1：太长。</source>
        <translation>%1: too long.</translation>
    </message>
    <message>
        <source>%1：不能与证件号码、手机号或出生日期相同。</source>
        <translation>%1: must not be the document number, the phone or the birth date.</translation>
    </message>
    <message>
        <source>%1：太常见，容易被猜到。</source>
        <translation>%1: too common, easily guessed.</translation>
    </message>
    <message>
        <source>%1：已有账号。核对证件后可以收回号码或重设密码。</source>
        <translation>%1: has an account. With the document at hand, reclaim the number or reset the password.</translation>
    </message>
    <message>
        <source>%1：已绑定另一个账号。</source>
        <translation>%1: belongs to another account.</translation>
    </message>
    <message>
        <source>%1：没有传到服务器，请再办一次。</source>
        <translation>%1: did not reach the server, do this once more.</translation>
    </message>
    <message>
        <source>%1：格式不对（%2）。</source>
        <translation>%1: not written correctly (%2).</translation>
    </message>
</context>
<context>
    <name>zsb::AccountsPane</name>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation>Document type</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>注册时间</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>上次登录</source>
        <translation>Last sign-in</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>找到的账号</source>
        <translation>Accounts found</translation>
    </message>
    <message>
        <source>这个账号的历史</source>
        <translation>History of this account</translation>
    </message>
    <message>
        <source>证件(&amp;T)</source>
        <translation>Documen&amp;t</translation>
    </message>
    <message>
        <source>号码(&amp;N)</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <source>或手机号(&amp;M)</source>
        <translation>or &amp;mobile</translation>
    </message>
    <message>
        <source>先登录服务器，才能查找和办理考生账号。</source>
        <translation>Sign in to the server to find candidates&apos; accounts and act on them.</translation>
    </message>
    <message>
        <source>按证件或手机号查找；每次查找和办理都会记下是谁。</source>
        <translation>Find by document or phone; every search and every act is recorded with your name.</translation>
    </message>
    <message>
        <source>考生账号由院校登记员或旗县招生办办理，您的岗位不能办。</source>
        <translation>Candidates&apos; accounts are for college registrars and county admissions offices, not for your role.</translation>
    </message>
    <message>
        <source>先登录服务器。</source>
        <translation>Sign in to the server first.</translation>
    </message>
    <message>
        <source>您的岗位不能办理考生账号。</source>
        <translation>Your role may not act on candidates&apos; accounts.</translation>
    </message>
    <message>
        <source>先填证件号码或手机号。</source>
        <translation>Enter a document number or a phone first.</translation>
    </message>
    <message>
        <source>先查找并选中一个使用中的账号。</source>
        <translation>Find and choose an account in use first.</translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>已办理：%1。</source>
        <translation>Done: %1.</translation>
    </message>
    <message>
        <source>没有这样的账号。核对证件后可以代为注册。</source>
        <translation>There is no such account. With the document at hand you can register for the candidate.</translation>
    </message>
    <message numerus="yes">
        <source>找到 %n 个账号。</source>
        <translation>
            <numerusform>%n account found.</numerusform>
            <numerusform>%n accounts found.</numerusform>
        </translation>
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
        <source>历史(&amp;H)…</source>
        <translation>&amp;History…</translation>
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
    <message>
        <source>归还这份(&amp;B)</source>
        <translation>Give this one bac&amp;k</translation>
    </message>
    <message>
        <source>只看问题(&amp;F)</source>
        <translation>Only problems (&amp;F)</translation>
    </message>
    <message>
        <source>看第 1–6 份材料</source>
        <translation>Look at materials 1–6</translation>
    </message>
    <message>
        <source>命令面板(&amp;C)…</source>
        <translation>&amp;Command palette…</translation>
    </message>
    <message>
        <source>最近决定(&amp;L)</source>
        <translation>&amp;Last decisions</translation>
    </message>
    <message>
        <source>再看上一决定(&amp;V)</source>
        <translation>Reopen the last decision (&amp;Q)</translation>
    </message>
    <message>
        <source>放大镜(&amp;K)</source>
        <translation>Magnifier (&amp;K)</translation>
    </message>
    <message>
        <source>比较(&amp;D)…</source>
        <translation>Compare (&amp;D)…</translation>
    </message>
    <message>
        <source>修改快捷键(&amp;M)…</source>
        <translation>Change keys (&amp;M)…</translation>
    </message>
    <message>
        <source>我的视图(&amp;W)…</source>
        <translation>My vie&amp;ws…</translation>
    </message>
    <message>
        <source>保存视图(&amp;E)…</source>
        <translation>Sav&amp;e view…</translation>
    </message>
    <message>
        <source>按期限排序(&amp;U)</source>
        <translation>By &amp;deadline</translation>
    </message>
    <message>
        <source>按报名号排序(&amp;N)</source>
        <translation>By &amp;number</translation>
    </message>
    <message>
        <source>按姓名排序(&amp;M)</source>
        <translation>By na&amp;me</translation>
    </message>
    <message>
        <source>审核人(&amp;R)…</source>
        <translation>&amp;Reviewer…</translation>
    </message>
    <message>
        <source>锁定(&amp;L)</source>
        <translation>&amp;Lock</translation>
    </message>
    <message>
        <source>锁定设置(&amp;S)…</source>
        <translation>Lock &amp;settings…</translation>
    </message>
    <message>
        <source>标签(&amp;T)…</source>
        <translation>&amp;Tags…</translation>
    </message>
    <message>
        <source>加上或去掉标签 1</source>
        <translation>Set or clear tag 1</translation>
    </message>
    <message>
        <source>加上或去掉标签 2</source>
        <translation>Set or clear tag 2</translation>
    </message>
    <message>
        <source>加上或去掉标签 3</source>
        <translation>Set or clear tag 3</translation>
    </message>
    <message>
        <source>加上或去掉标签 4</source>
        <translation>Set or clear tag 4</translation>
    </message>
    <message>
        <source>加上或去掉标签 5</source>
        <translation>Set or clear tag 5</translation>
    </message>
    <message>
        <source>加上或去掉标签 6</source>
        <translation>Set or clear tag 6</translation>
    </message>
    <message>
        <source>加上或去掉标签 7</source>
        <translation>Set or clear tag 7</translation>
    </message>
    <message>
        <source>加上或去掉标签 8</source>
        <translation>Set or clear tag 8</translation>
    </message>
    <message>
        <source>加上或去掉标签 9</source>
        <translation>Set or clear tag 9</translation>
    </message>
    <message>
        <source>照片测量图(&amp;J)</source>
        <translation>Portrait measures (&amp;J)</translation>
    </message>
    <message>
        <source>制作合规格的照片副本(&amp;I)</source>
        <translation>Make a portrait copy within the limits (&amp;I)</translation>
    </message>
    <message>
        <source>连接服务器(&amp;E)…</source>
        <translation>Conn&amp;ect to a service…</translation>
    </message>
    <message>
        <source>同步(&amp;Y)</source>
        <translation>&amp;Sync</translation>
    </message>
    <message>
        <source>识别结果与标记(&amp;Q)</source>
        <translation>Te&amp;xts and marks</translation>
    </message>
    <message>
        <source>立即同步(&amp;N)</source>
        <translation>Sync &amp;now</translation>
    </message>
    <message>
        <source>暂停(&amp;P)</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>登录(&amp;L)…</source>
        <translation>Sign in (&amp;L)…</translation>
    </message>
    <message>
        <source>对账(&amp;R)</source>
        <translation>&amp;Reconcile</translation>
    </message>
    <message>
        <source>网络诊断(&amp;D)</source>
        <translation>&amp;Diagnose the network</translation>
    </message>
    <message>
        <source>归还全部(&amp;B)</source>
        <translation>Hand &amp;back everything</translation>
    </message>
    <message>
        <source>撤销这一项(&amp;W)</source>
        <translation>&amp;Withdraw this one</translation>
    </message>
    <message>
        <source>打开档案(&amp;O)</source>
        <translation>&amp;Open the file</translation>
    </message>
    <message>
        <source>知道了(&amp;K)</source>
        <translation>Noted (&amp;K)</translation>
    </message>
    <message>
        <source>照原样重做(&amp;A)</source>
        <translation>Do it &amp;again</translation>
    </message>
    <message>
        <source>打开这份(&amp;S)</source>
        <translation>Open thi&amp;s one</translation>
    </message>
    <message>
        <source>导出离线包(&amp;X)…</source>
        <translation>E&amp;xport a parcel…</translation>
    </message>
    <message>
        <source>收进离线包(&amp;I)…</source>
        <translation>Take &amp;in a parcel…</translation>
    </message>
    <message>
        <source>查找考生账号(&amp;Q)</source>
        <translation>Find account (&amp;Q)</translation>
    </message>
    <message>
        <source>代为注册(&amp;E)…</source>
        <translation>R&amp;egister somebody…</translation>
    </message>
    <message>
        <source>重设密码(&amp;M)…</source>
        <translation>Reset password (&amp;M)…</translation>
    </message>
    <message>
        <source>收回号码(&amp;T)…</source>
        <translation>Reclaim number (&amp;T)…</translation>
    </message>
    <message>
        <source>手机采集(&amp;G)…</source>
        <translation>&amp;Collect by phone…</translation>
    </message>
    <message>
        <source>考生待办(&amp;H)</source>
        <translation>Candidates&apos; tasks (&amp;H)</translation>
    </message>
    <message>
        <source>选择拟报专业(&amp;J)…</source>
        <translation>Choose a major (&amp;J)…</translation>
    </message>
    <message>
        <source>打开考生档案(&amp;V)</source>
        <translation>Open the file (&amp;V)</translation>
    </message>
    <message>
        <source>申请变更类型(&amp;C)…</source>
        <translation>Ask for a chan&amp;ge of type…</translation>
    </message>
    <message>
        <source>答复变更申请(&amp;U)…</source>
        <translation>Answer a req&amp;uest…</translation>
    </message>
    <message>
        <source>通知(&amp;Y)</source>
        <translation>Notices (&amp;Y)</translation>
    </message>
    <message>
        <source>打开通知的档案(&amp;Z)</source>
        <translation>Open the notice&apos;s file (&amp;Z)</translation>
    </message>
    <message>
        <source>取原图(&amp;X)</source>
        <translation>Get the original (&amp;B)</translation>
    </message>
    <message>
        <source>取全部原图(&amp;F)</source>
        <translation>Get all originals (&amp;F)</translation>
    </message>
    <message>
        <source>换用新规则包(&amp;1)</source>
        <translation>Take Up the New Rules (&amp;1)</translation>
    </message>
</context>
<context>
    <name>zsb::AnswerDialog</name>
    <message>
        <source>答复变更申请</source>
        <translation>Answer a request for another type</translation>
    </message>
    <message>
        <source>正在取凭证…</source>
        <translation>Getting the proof…</translation>
    </message>
    <message>
        <source>没有附凭证</source>
        <translation>No proof came with it</translation>
    </message>
    <message>
        <source>看哪一份凭证</source>
        <translation>Which proof to look at</translation>
    </message>
    <message>
        <source>凭证的图片</source>
        <translation>Picture of the proof</translation>
    </message>
    <message>
        <source>答复的说明，不同意时必填</source>
        <translation>Note of the answer, required for a no</translation>
    </message>
    <message>
        <source>凭证(&amp;P)</source>
        <translation>&amp;Proof</translation>
    </message>
    <message>
        <source>说明（不同意时必填）(&amp;S)</source>
        <translation>Note, required for a no (&amp;S)</translation>
    </message>
    <message>
        <source>同意变更(&amp;G)</source>
        <translation>A&amp;gree</translation>
    </message>
    <message>
        <source>不同意(&amp;N)</source>
        <translation>Decli&amp;ne</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>再取一次(&amp;R)</source>
        <translation>T&amp;ry again</translation>
    </message>
    <message>
        <source>凭证打不开，文件可能损坏。</source>
        <translation>The proof does not open; the file may be damaged.</translation>
    </message>
</context>
<context>
    <name>zsb::CaptureDialog</name>
    <message>
        <source>手机采集</source>
        <translation>Collect by phone</translation>
    </message>
    <message>
        <source>采集链接的二维码</source>
        <translation>QR code of the collection link</translation>
    </message>
    <message>
        <source>复制链接(&amp;C)</source>
        <translation>&amp;Copy link</translation>
    </message>
    <message>
        <source>换一个链接(&amp;N)</source>
        <translation>&amp;New link</translation>
    </message>
    <message>
        <source>关闭(&amp;X)</source>
        <translation>Close (&amp;X)</translation>
    </message>
    <message>
        <source>请考生用手机扫码，在打开的页面上拍照或选择照片。链接只对这一份有效，用过即失效。</source>
        <translation>The candidate scans this with a phone, and takes or chooses a picture on the page it opens. The link is for this file alone and works once.</translation>
    </message>
    <message>
        <source>正在取得链接…</source>
        <translation>Getting a link…</translation>
    </message>
    <message>
        <source>您的岗位不能采集这份档案。</source>
        <translation>Your duties do not include collecting this file&apos;s portrait.</translation>
    </message>
    <message>
        <source>服务器没有给出链接，请换一个链接再试。</source>
        <translation>The service gave no link: ask for a new one.</translation>
    </message>
    <message numerus="yes">
        <source>有效至 %1，还可上传 %n 次。</source>
        <translation>
            <numerusform>Until %1; %n more try.</numerusform>
            <numerusform>Until %1; %n more tries.</numerusform>
        </translation>
    </message>
    <message>
        <source>✔ 已采集，照片已进入档案。</source>
        <translation>✔ Collected: the portrait is in the file.</translation>
    </message>
    <message>
        <source>次数已用完，请换一个链接。</source>
        <translation>No tries are left: ask for a new link.</translation>
    </message>
    <message>
        <source>考生已打开页面，正在等照片。</source>
        <translation>The candidate has opened the page; waiting for a picture.</translation>
    </message>
    <message>
        <source>等待扫码。</source>
        <translation>Waiting to be scanned.</translation>
    </message>
    <message>
        <source>同步已暂停：先恢复同步。</source>
        <translation>The sync is paused: resume it first.</translation>
    </message>
    <message>
        <source>暂时问不到考生的进度，正在再问。</source>
        <translation>The candidate&apos;s progress cannot be asked for now; asking again.</translation>
    </message>
    <message>
        <source>链接已过期，请换一个链接。</source>
        <translation>The link has expired: ask for a new one.</translation>
    </message>
</context>
<context>
    <name>zsb::ChangeDialog</name>
    <message>
        <source>申请变更考生类型</source>
        <translation>Ask for another candidate type</translation>
    </message>
    <message>
        <source>变更为哪一种考生类型</source>
        <translation>Which type to change to</translation>
    </message>
    <message>
        <source>凭证的种类</source>
        <translation>Kind of proof</translation>
    </message>
    <message>
        <source>已选的凭证</source>
        <translation>Proofs chosen</translation>
    </message>
    <message>
        <source>添加凭证(&amp;F)…</source>
        <translation>Add a proo&amp;f…</translation>
    </message>
    <message>
        <source>申请理由（必填）</source>
        <translation>Reason (required)</translation>
    </message>
    <message>
        <source>变更为(&amp;T)</source>
        <translation>Change &amp;to</translation>
    </message>
    <message>
        <source>理由（必填）(&amp;S)</source>
        <translation>Reason, required (&amp;S)</translation>
    </message>
    <message>
        <source>提出申请(&amp;G)</source>
        <translation>Ask (&amp;G)</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>不需要凭证</source>
        <translation>No proof is needed</translation>
    </message>
    <message>
        <source>选择凭证文件</source>
        <translation>Choose a proof</translation>
    </message>
    <message>
        <source>图片 (*.jpg *.jpeg)</source>
        <translation>Pictures (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>凭证</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>JPG 图片</source>
        <translation>JPG picture</translation>
    </message>
</context>
<context>
    <name>zsb::Coach</name>
    <message>
        <source>① 按 %1 看下一项：材料、问题、照片。每项看过才能通过。</source>
        <translation>① Press %1 for the next thing to check: materials, problems, portrait. Approval needs each of them seen.</translation>
    </message>
    <message>
        <source>② 都看过了，没有问题：按 %1 通过，自动打开下一份。</source>
        <translation>② Everything seen, nothing wrong: press %1 to approve. The next file opens by itself.</translation>
    </message>
    <message>
        <source>③ 这份有问题：按 %1 退回补正，按 1 选原因，回车发出。</source>
        <translation>③ This file has a problem: press %1 to return it, 1 to choose the reason, Enter to send.</translation>
    </message>
    <message>
        <source>%1 份已决定，用时 %2 秒。就是这样审核的。</source>
        <translation>%1 files decided in %2 seconds. That is all there is to it.</translation>
    </message>
    <message>
        <source>快捷键卡片(&amp;Q)</source>
        <translation>&amp;Key card</translation>
    </message>
    <message>
        <source>继续体验(&amp;Y)</source>
        <translation>&amp;Go on</translation>
    </message>
</context>
<context>
    <name>zsb::CommandPalette</name>
    <message>
        <source>命令面板</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>要做什么，或找谁</source>
        <translation>What to do, or whom to find</translation>
    </message>
    <message>
        <source>要做什么，或找谁：文字、拼音首字母、报名号</source>
        <translation>What to do, or whom to find: words, pinyin initials, registration number</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>没有这样的命令或人。</source>
        <translation>No such command or person.</translation>
    </message>
</context>
<context>
    <name>zsb::CompareWindow</name>
    <message>
        <source>比较</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>一起缩放和移动(&amp;L)</source>
        <translation>&amp;Link zoom and place</translation>
    </message>
    <message>
        <source>一起缩放和移动</source>
        <translation>Link zoom and place</translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation>Fit the window</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>左转</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>右转</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>左边的图片</source>
        <translation>Picture on the left</translation>
    </message>
    <message>
        <source>右边的图片</source>
        <translation>Picture on the right</translation>
    </message>
    <message>
        <source>%1（更正前）</source>
        <translation>%1 (before the correction)</translation>
    </message>
    <message>
        <source>图片无法显示。</source>
        <translation>The picture cannot be shown.</translation>
    </message>
    <message>
        <source>正在读取 %1…</source>
        <translation>Reading %1…</translation>
    </message>
    <message>
        <source>同一个文件：两份档案里的图片逐字节相同。</source>
        <translation>The same file: both applications hold it byte for byte.</translation>
    </message>
    <message>
        <source>机检认为这两张图片相同。</source>
        <translation>The checks take these two pictures for the same.</translation>
    </message>
    <message>
        <source>看起来是同一张图片：相似度 %1 %（%2 位特征里有 %3 位不同）。</source>
        <translation>They look like one picture: %1 % alike (of %2 bits of their looks %3 differ).</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>关闭（Esc）</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>报名号 %1</source>
        <translation>Application %1</translation>
    </message>
    <message>
        <source>%1×%2 像素</source>
        <translation>%1×%2 px</translation>
    </message>
</context>
<context>
    <name>zsb::ConflictPane</name>
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
        <source>我的决定</source>
        <translation>My decision</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>决定时</source>
        <translation>When decided</translation>
    </message>
    <message>
        <source>我的</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>冲突与争议</source>
        <translation>Conflicts and disputes</translation>
    </message>
    <message>
        <source>差别：决定时、我的、现在</source>
        <translation>Difference: when decided, mine, now</translation>
    </message>
    <message>
        <source>先在上面选一项。</source>
        <translation>Choose one above first.</translation>
    </message>
    <message>
        <source>您的决定没有按原样生效。知道了：以现在的为准，您的决定留在记录里；照原样重做：在现在的档案上再作一次同样的决定；打开：重新看过再定。</source>
        <translation>Your decision did not take effect as it was. Noted: what is there now counts, yours stays on record. Do it again: the same decision on the file as it is now. Open: look again and decide.</translation>
    </message>
    <message>
        <source>两个人对同一份档案的决定不同，两个都保留着。督导打开档案作出裁决；谁参与过争议，谁就不能裁决。</source>
        <translation>Two people decided differently on one file; both decisions are kept. A supervisor opens the file and settles it; nobody who took a side does.</translation>
    </message>
    <message>
        <source>没有冲突，也没有待裁决的争议。</source>
        <translation>No conflicts, and no disputes to settle.</translation>
    </message>
    <message>
        <source>没有冲突，也没有争议。</source>
        <translation>No conflicts and no disputes.</translation>
    </message>
</context>
<context>
    <name>zsb::ConnectDialog</name>
    <message>
        <source>连接服务器</source>
        <translation>Connect to a service</translation>
    </message>
    <message>
        <source>登记这台电脑(&amp;E)</source>
        <translation>&amp;Enrol this computer</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>服务器地址</source>
        <translation>Address of the service</translation>
    </message>
    <message>
        <source>例如 server.example:8443</source>
        <translation>e.g. server.example:8443</translation>
    </message>
    <message>
        <source>服务器地址(&amp;A)</source>
        <translation>&amp;Address</translation>
    </message>
    <message>
        <source>检查(&amp;K)</source>
        <translation>Chec&amp;k</translation>
    </message>
    <message>
        <source>代理：跟随系统</source>
        <translation>Proxy: as the system</translation>
    </message>
    <message>
        <source>代理：不用</source>
        <translation>Proxy: none</translation>
    </message>
    <message>
        <source>代理：HTTP</source>
        <translation>Proxy: HTTP</translation>
    </message>
    <message>
        <source>代理：SOCKS5</source>
        <translation>Proxy: SOCKS5</translation>
    </message>
    <message>
        <source>代理</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>代理地址</source>
        <translation>Proxy address</translation>
    </message>
    <message>
        <source>代理端口</source>
        <translation>Proxy port</translation>
    </message>
    <message>
        <source>代理用户</source>
        <translation>Proxy user</translation>
    </message>
    <message>
        <source>用户</source>
        <translation>User</translation>
    </message>
    <message>
        <source>代理密码</source>
        <translation>Proxy password</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>证书指纹（与服务器打印的逐段比较）</source>
        <translation>Fingerprint (compare it with what the service printed)</translation>
    </message>
    <message>
        <source>已逐段核对，一致(&amp;Y)</source>
        <translation>Compared pair b&amp;y pair, the same</translation>
    </message>
    <message>
        <source>已逐段核对，一致</source>
        <translation>Compared pair by pair, the same</translation>
    </message>
    <message>
        <source>登记码</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <source>登记码(&amp;R)</source>
        <translation>Enrolment code (&amp;R)</translation>
    </message>
    <message>
        <source>这台电脑的名称</source>
        <translation>Name of this computer</translation>
    </message>
    <message>
        <source>这台电脑叫(&amp;D)</source>
        <translation>This &amp;device is called</translation>
    </message>
    <message>
        <source>检查中…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>这台电脑上的数据放在新的文件夹里，加密存放；本机已有的数据不并入，也不因此加密。</source>
        <translation>The data on this computer lies in a new folder, encrypted; what is here already is not added to it, and is not encrypted by this.</translation>
    </message>
</context>
<context>
    <name>zsb::ConnectWords</name>
    <message>
        <source>1 域名解析</source>
        <translation>1 Name</translation>
    </message>
    <message>
        <source>2 网络连通</source>
        <translation>2 Line</translation>
    </message>
    <message>
        <source>3 安全连接</source>
        <translation>3 Safety</translation>
    </message>
    <message>
        <source>4 服务应答</source>
        <translation>4 Service</translation>
    </message>
    <message>
        <source>5 时间核对</source>
        <translation>5 Clock</translation>
    </message>
    <message>
        <source>正常，相差 %1 秒</source>
        <translation>Good, %1 s apart</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>请核对指纹</source>
        <translation>Compare it</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>与服务器启动时打印的指纹逐段比较，一致才能继续。</source>
        <translation>Compare the fingerprint with what the service printed when it started; go on only if it is the same.</translation>
    </message>
    <message>
        <source>相差 %1 秒，超过 5 分钟不能登录：请先校准这台电脑的时间。</source>
        <translation>%1 s apart; more than 5 minutes and nobody can sign in: set the clock of this computer.</translation>
    </message>
    <message>
        <source>登记码不对、用过了或已过期。登记码一天内用一次，请向管理员要新的。</source>
        <translation>The code is wrong, used or over. It is good once within a day: ask the administrator for another.</translation>
    </message>
    <message>
        <source>试得太快，请等几秒再试。</source>
        <translation>Too fast: wait a few seconds.</translation>
    </message>
    <message>
        <source>没有登记成：%1%2</source>
        <translation>Not enrolled: %1 %2</translation>
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
        <source>规则包 %1</source>
        <translation>Rules %1</translation>
    </message>
    <message>
        <source>本机 · 离线可用</source>
        <translation>On this computer · works offline</translation>
    </message>
    <message>
        <source>这个文件夹不能写入。</source>
        <translation>This folder cannot be written.</translation>
    </message>
    <message>
        <source>%1 正在电脑 %2 上使用这个文件夹。</source>
        <translation>%1 is using this folder on computer %2.</translation>
    </message>
    <message>
        <source>为了不丢失任何人的决定，同一文件夹同时只能由一个程序写入。可以只读打开来查看，或取消。</source>
        <translation>So that nobody&apos;s decisions are lost, only one program may write a folder at a time. You may open it for reading only, or cancel.</translation>
    </message>
    <message>
        <source>文件夹正在使用</source>
        <translation>Folder in use</translation>
    </message>
    <message>
        <source>只读打开(&amp;R)</source>
        <translation>Open for &amp;reading only</translation>
    </message>
    <message>
        <source>上次没有正常退出。决定都已保存；已回到当时的位置，没写完的内容也找回来了。</source>
        <translation>The program did not end normally last time. All decisions are saved; you are back where you were, with what you had begun to write.</translation>
    </message>
    <message>
        <source>上次没有正常退出。决定都已保存；已回到当时的位置。</source>
        <translation>The program did not end normally last time. All decisions are saved; you are back where you were.</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>视图：%1</source>
        <translation>View: %1</translation>
    </message>
    <message>
        <source>日志第 %1 条被改动过。</source>
        <translation>Event %1 of the log was altered.</translation>
    </message>
    <message>
        <source>日志读不出来。</source>
        <translation>The log cannot be read.</translation>
    </message>
    <message>
        <source>这份数据现在只能看，不能再作决定。请用 zsb-check verify-log 查明，从备份恢复。</source>
        <translation> This data can only be looked at now, nothing can be decided. Look into it with zsb-check verify-log and restore a backup.</translation>
    </message>
    <message>
        <source>还没有登记审核人：决定会记在“本机审核员”名下。请在 文件 → 审核人 里写上姓名。</source>
        <translation>Nobody is named as reviewer yet: decisions are put down to “Reviewer at this computer”. Give your name under File → Reviewer.</translation>
    </message>
    <message>
        <source>如果那台电脑上的程序是异常退出的（断电、崩溃），锁会留下来：确认那边没有人在用以后，手工删除这个文件夹里的 %1，再打开一次。</source>
        <translation>If the program ended abnormally on that computer (power cut, crash), its lock stays behind: once you know nobody works there, remove %1 from this folder by hand and open it again.</translation>
    </message>
    <message>
        <source>试用服务：本机上的服务，全是虚构的人，与演示数据和真实数据都不相干</source>
        <translation>Trial service: a service on this computer with made-up people, apart from demo and real data</translation>
    </message>
    <message>
        <source>没有按文件登记成</source>
        <translation>Not enrolled by the file</translation>
    </message>
    <message>
        <source>这台电脑的密钥没有保存</source>
        <translation>The key of this computer was not kept</translation>
    </message>
    <message>
        <source>没有建成数据文件夹</source>
        <translation>The data folder was not made</translation>
    </message>
    <message>
        <source>离线登录，有效至 %1。连上服务器后请登录，决定才会发送。</source>
        <translation>Signed in offline, good until %1. Sign in once the service is there, so that decisions are sent.</translation>
    </message>
    <message>
        <source>同步</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>归还要先登录服务器。</source>
        <translation>Sign in to the service to hand back.</translation>
    </message>
    <message>
        <source>没有领到，也没有归还：服务器没有答应。</source>
        <translation>Nothing claimed or handed back: the service did not agree.</translation>
    </message>
    <message>
        <source>没有更多可领取的了，归还的已归还。</source>
        <translation>Nothing more to claim; what was to be handed back is.</translation>
    </message>
    <message numerus="yes">
        <source>已领取 %n 份，图片正在取到本机。</source>
        <translation>
            <numerusform>Claimed %n, fetching the pictures.</numerusform>
            <numerusform>Claimed %n, fetching the pictures.</numerusform>
        </translation>
    </message>
    <message>
        <source>先打开一份档案。</source>
        <translation>Open a file first.</translation>
    </message>
    <message>
        <source>手机采集要先登录服务器。</source>
        <translation>Sign in to the service to collect by phone.</translation>
    </message>
    <message>
        <source>您的岗位不采集照片。</source>
        <translation>Your duties do not include collecting portraits.</translation>
    </message>
    <message>
        <source>这份数据是加密存放的，打开它的密钥现在取不到。</source>
        <translation>This data is encrypted, and the key that opens it cannot be had now.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>系统的密钥环锁着或没有应答：请解锁密钥环，再打开一次。</source>
        <translation>The keychain of the system is locked or does not answer: unlock it, then open the folder again.</translation>
    </message>
    <message>
        <source>%1 里的密钥文件别人也能读，所以没有用它：请改成只有本人可读（0400），再打开一次。</source>
        <translation>The key file in %1 can be read by others, so it was not used: let nobody but its owner read it (0400), then open the folder again.</translation>
    </message>
    <message>
        <source>请用登记时的系统账户打开；密钥在系统的密钥环里或在 %1 里，season.keys 在数据文件夹里，移动或恢复备份时要一起放好。密钥丢了就打不开，服务器上的不受影响：请重新连接服务器。</source>
        <translation>Open it from the system account it was enrolled with. The key is in the keychain of the system or in %1, season.keys in the data folder; whoever moves or restores one puts the other in its place. Without the key it stays shut; what is on the server is not affected: connect to it again.</translation>
    </message>
    <message>
        <source>密钥或 season.keys 已损坏：请从备份恢复，或重新连接服务器。</source>
        <translation>The key or season.keys is damaged: restore a backup, or connect to the server again.</translation>
    </message>
    <message>
        <source>连上服务器后取。</source>
        <translation>It is fetched when the service is reached.</translation>
    </message>
    <message>
        <source>这张图片的原图在本机。</source>
        <translation>The original of this picture is on this computer.</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项没有发送，是按旧规则作的：先立即同步，发完再换。</source>
        <translation>
            <numerusform>%n item has not been sent and was made by the old rules: sync now, then take up the new ones.</numerusform>
            <numerusform>%n items have not been sent and were made by the old rules: sync now, then take up the new ones.</numerusform>
        </translation>
    </message>
    <message>
        <source>服务器的规则包要用新版程序才能读。请先更新程序；现在作的决定会被退回。</source>
        <translation>The rules of the service need a later version of this program. Update it first; what is decided now will be refused.</translation>
    </message>
    <message>
        <source>用的就是服务器的规则包。</source>
        <translation>These are the rules of the service.</translation>
    </message>
    <message>
        <source>离线时不能领取新的，除非用离线包；已领取的照常审。</source>
        <translation>Offline nothing new can be claimed but by parcel; what you hold is reviewed as ever.</translation>
    </message>
    <message>
        <source>已经登录。</source>
        <translation>Signed in already.</translation>
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
    <message>
        <source>提示，不用处理 · Enter 看出处</source>
        <translation>Hint, nothing to resolve · Enter shows where</translation>
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
    <message>
        <source>提示，不用处理</source>
        <translation>Hint, nothing to resolve</translation>
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
    <message numerus="yes">
        <source>机检问题 %n 项，未处理 %1 项</source>
        <translation>
            <numerusform>%n finding, %1 open</numerusform>
            <numerusform>%n findings, %1 open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>机检提示 %n 项</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1；提示 %n 项</source>
        <translation>
            <numerusform>%1; %n hint</numerusform>
            <numerusform>%1; %n hints</numerusform>
        </translation>
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
        <source>规则包 %1
校验 %2</source>
        <translation>Rules %1
Chain %2</translation>
    </message>
    <message>
        <source>%1，%2：%3。%4</source>
        <translation>%1, %2: %3. %4</translation>
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
    <message>
        <source>还没有决定。审完的档案会列在这里，双击可以再打开。</source>
        <translation>No decisions yet. Files you decide are listed here; a double click opens them again.</translation>
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
    <message>
        <source>没有问题，每一行都已入库。</source>
        <translation>No problems; every row was saved.</translation>
    </message>
    <message>
        <source>没有发现问题，每一行都可以入库。</source>
        <translation>No problems found; every row can be saved.</translation>
    </message>
    <message>
        <source>没有发现问题；每一行都与已有的档案相同，不必入库。</source>
        <translation>No problems found; every row is the same as the file already here, nothing to save.</translation>
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
        <source>关闭(&amp;L)</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <source>第 1–8 步的数据</source>
        <translation>Data of steps 1–8</translation>
    </message>
    <message>
        <source>单个字母、数字和小键盘不必切换输入法；正在输入文字时它们只是文字。</source>
        <translation>Single letters, digits and the keypad work whatever the input method; while you write text they are text.</translation>
    </message>
    <message>
        <source>加上或去掉标签 1–9</source>
        <translation>Set or clear tags 1–9</translation>
    </message>
</context>
<context>
    <name>zsb::KeyEditor</name>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>操作和快捷键</source>
        <translation>Actions and keys</translation>
    </message>
    <message>
        <source>方案(&amp;S)</source>
        <translation>&amp;Scheme</translation>
    </message>
    <message>
        <source>方案</source>
        <translation>Scheme</translation>
    </message>
    <message>
        <source>自定义</source>
        <translation>Custom</translation>
    </message>
    <message>
        <source>导入方案(&amp;I)…</source>
        <translation>&amp;Import a scheme…</translation>
    </message>
    <message>
        <source>导出方案(&amp;E)…</source>
        <translation>&amp;Export the scheme…</translation>
    </message>
    <message>
        <source>新的快捷键(&amp;K)</source>
        <translation>New &amp;key</translation>
    </message>
    <message>
        <source>新的快捷键</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>恢复默认(&amp;D)</source>
        <translation>Restore the &amp;default</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>保存(&amp;V)</source>
        <translation>Sa&amp;ve</translation>
    </message>
    <message>
        <source>%1 被输入法或系统占用，程序收不到</source>
        <translation>%1 is taken by input methods or the system and never reaches the program</translation>
    </message>
    <message>
        <source>%1 与「%2」重复</source>
        <translation>%1 is also the key of “%2”</translation>
    </message>
    <message>
        <source>先改掉有问题的快捷键。</source>
        <translation>Change the keys with a problem first.</translation>
    </message>
    <message>
        <source>选一项，在下面按新的快捷键；单个字母是审核面板的固定键，不在这里改。</source>
        <translation>Choose an action and press its new key below. Single letters belong to the review panes and are not changed here.</translation>
    </message>
    <message>
        <source>导出方案</source>
        <translation>Export the scheme</translation>
    </message>
    <message>
        <source>快捷键方案 (*.json)</source>
        <translation>Key schemes (*.json)</translation>
    </message>
    <message>
        <source>已导出。</source>
        <translation>Exported.</translation>
    </message>
    <message>
        <source>写不了这个文件。</source>
        <translation>This file cannot be written.</translation>
    </message>
    <message>
        <source>导入方案</source>
        <translation>Import a scheme</translation>
    </message>
    <message>
        <source>这不是快捷键方案，没有改动。</source>
        <translation>This is no key scheme; nothing was changed.</translation>
    </message>
    <message>
        <source>问题：没有</source>
        <translation>Problems: none</translation>
    </message>
    <message numerus="yes">
        <source>问题：%n 项</source>
        <translation>
            <numerusform>Problems: %n</numerusform>
            <numerusform>Problems: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zsb::KeyScheme</name>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>左手（右手用鼠标）</source>
        <translation>Left hand (mouse in the right)</translation>
    </message>
</context>
<context>
    <name>zsb::LeaseDialog</name>
    <message>
        <source>领取一批</source>
        <translation>Claim a batch</translation>
    </message>
    <message>
        <source>领取后别人不会同时审这些档案；它们的图片会先取到本机，断网也能审。到期没有审完的自动归还。</source>
        <translation>Nobody else reviews claimed files meanwhile. Their pictures are fetched first, so that they can be reviewed without a network. What is not done in time goes back by itself.</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>30 分钟</source>
        <translation>30 minutes</translation>
    </message>
    <message>
        <source>2 小时</source>
        <translation>2 hours</translation>
    </message>
    <message>
        <source>8 小时</source>
        <translation>8 hours</translation>
    </message>
    <message>
        <source>36 小时（带走审）</source>
        <translation>36 hours (taken along)</translation>
    </message>
    <message>
        <source>多久</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>份数(&amp;N)</source>
        <translation>How ma&amp;ny</translation>
    </message>
    <message>
        <source>多久(&amp;T)</source>
        <translation>For how long (&amp;T)</translation>
    </message>
    <message>
        <source>岗位(&amp;R)</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>领取(&amp;G)</source>
        <translation>Claim (&amp;G)</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>zsb::LinePane</name>
    <message>
        <source>按流量计费</source>
        <translation>Metered line</translation>
    </message>
    <message>
        <source>总是</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>从不</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>图片限速</source>
        <translation>Pictures at most</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>No limit</translation>
    </message>
    <message>
        <source> KB/秒</source>
        <translation> KB/s</translation>
    </message>
    <message>
        <source>自动（系统没有说，按不计费）</source>
        <translation>Automatic (the system does not say: no)</translation>
    </message>
    <message>
        <source>自动（现在计费）</source>
        <translation>Automatic (now: yes)</translation>
    </message>
    <message>
        <source>自动（现在不计费）</source>
        <translation>Automatic (now: no)</translation>
    </message>
    <message>
        <source>只先取预览；原图在打开档案时取，或按“取原图”。</source>
        <translation>Only previews come by themselves; originals when a file is opened or asked for.</translation>
    </message>
    <message>
        <source>先取预览，再取原图；没有网络也能审。</source>
        <translation>First previews, then originals: files can be reviewed without a network.</translation>
    </message>
</context>
<context>
    <name>zsb::LockDialog</name>
    <message>
        <source>取消口令(&amp;R)</source>
        <translation>&amp;Remove PIN</translation>
    </message>
    <message>
        <source>锁定设置</source>
        <translation>Lock settings</translation>
    </message>
    <message>
        <source>锁定时窗口全部遮住，后台任务继续，撤销时间照常走。设了口令，重新启动也要输入。口令只保存加盐的散列；忘记时由本机管理员在设置文件里删去 lock 一节。它不加密数据文件夹。</source>
        <translation>Locking covers every window; what runs goes on, and so does the time to undo. With a PIN, starting again asks for it too. Only a salted hash of it is kept; if it is forgotten, the administrator of this computer removes the section lock from the settings file. It does not encrypt the data folder.</translation>
    </message>
    <message>
        <source>无人操作后锁定</source>
        <translation>Lock when idle for</translation>
    </message>
    <message>
        <source> 分钟</source>
        <translation> minutes</translation>
    </message>
    <message>
        <source>不自动锁定</source>
        <translation>Never by itself</translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation>Present PIN</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>至少 %1 位；不填则不改</source>
        <translation>At least %1 characters; empty: as it is</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>口令错了多次，请等 %1 秒再试。</source>
        <translation>Several wrong PINs: wait %1 s before the next.</translation>
    </message>
    <message>
        <source>现在的口令不对。</source>
        <translation>That is not the present PIN.</translation>
    </message>
    <message>
        <source>口令至少 %1 位。</source>
        <translation>A PIN has at least %1 characters.</translation>
    </message>
    <message>
        <source>两次输入的口令不一样。</source>
        <translation>The two PINs differ.</translation>
    </message>
    <message>
        <source>口令没有保存。</source>
        <translation>The PIN was not saved.</translation>
    </message>
</context>
<context>
    <name>zsb::LockScreen</name>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>口令</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>数据都已保存，后台任务继续。输入口令回到刚才的位置。</source>
        <translation>Everything is saved, and what runs goes on. Type the PIN to come back to where you were.</translation>
    </message>
    <message>
        <source>数据都已保存，后台任务继续。没有设置口令：这里只是遮挡，任何人都能继续。</source>
        <translation>Everything is saved, and what runs goes on. No PIN is set: this is only a curtain, anybody can go on.</translation>
    </message>
    <message>
        <source>解锁(&amp;U)</source>
        <translation>&amp;Unlock</translation>
    </message>
    <message>
        <source>继续(&amp;U)</source>
        <translation>Contin&amp;ue</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>口令不对。</source>
        <translation>Wrong PIN.</translation>
    </message>
    <message>
        <source>口令错了多次，请等 %1 秒再试。</source>
        <translation>Several wrong PINs: wait %1 s before the next.</translation>
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
    <message>
        <source>排序(&amp;O)</source>
        <translation>S&amp;ort</translation>
    </message>
    <message>
        <source>专升本报名与资格审核（已锁定）</source>
        <translation>College-to-degree registration and review (locked)</translation>
    </message>
    <message>
        <source>同步(&amp;S)</source>
        <translation>&amp;Sync</translation>
    </message>
</context>
<context>
    <name>zsb::MajorDialog</name>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>本科专业</source>
        <translation>Bachelor&apos;s major</translation>
    </message>
    <message>
        <source>专业类</source>
        <translation>Class of majors</translation>
    </message>
    <message>
        <source>招考类别</source>
        <translation>Exam category</translation>
    </message>
    <message>
        <source>专业课</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>选择拟报本科专业</source>
        <translation>Choose the intended bachelor&apos;s major</translation>
    </message>
    <message>
        <source>没有填</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>下面是这个专科专业可以报的本科专业；招考类别由专业决定，不用另选。</source>
        <translation>These are the bachelor&apos;s majors this junior major may intend; the exam category follows from the major.</translation>
    </message>
    <message>
        <source>目录里没有这个专科专业，下面列出全部本科专业，请核对后再选；招考类别由专业决定，不用另选。</source>
        <translation>The catalogue does not list this junior major, so every bachelor&apos;s major is shown: check before you choose. The exam category follows from the major.</translation>
    </message>
    <message>
        <source>按代码或名称查找专业</source>
        <translation>Find a major by code or name</translation>
    </message>
    <message>
        <source>代码或名称(&amp;N)</source>
        <translation>Code or &amp;name</translation>
    </message>
    <message>
        <source>可以选择的本科专业</source>
        <translation>Bachelor&apos;s majors to choose from</translation>
    </message>
    <message>
        <source>选定(&amp;G)</source>
        <translation>Choose (&amp;G)</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message numerus="yes">
        <source>可选 %n 个专业。</source>
        <translation>
            <numerusform>%n major to choose from.</numerusform>
            <numerusform>%n majors to choose from.</numerusform>
        </translation>
    </message>
    <message>
        <source>没有这样的专业，或这个专科专业不能报。</source>
        <translation>There is no such major, or this junior major does not lead to it.</translation>
    </message>
    <message>
        <source>%1（报名号 %2），专科专业：%3</source>
        <translation>%1 (application %2), junior major: %3</translation>
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
    <name>zsb::NoticeBar</name>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>zsb::NoticesPane</name>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>考生须知</source>
        <translation>Notice to candidates</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>报名号</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>档案现在的状态</source>
        <translation>The file now</translation>
    </message>
    <message>
        <source>服务器的通知</source>
        <translation>Notices of the service</translation>
    </message>
    <message>
        <source>正在取服务器的通知…</source>
        <translation>Getting the notices of the service…</translation>
    </message>
    <message>
        <source>有人作了与您不同的决定，待督导裁决</source>
        <translation>Somebody decided otherwise than you; a supervisor will settle it</translation>
    </message>
    <message>
        <source>有人作了与您相同的决定</source>
        <translation>Somebody decided as you did</translation>
    </message>
    <message>
        <source>督导已裁决您参与的争议</source>
        <translation>A supervisor has settled a dispute you took part in</translation>
    </message>
    <message>
        <source>登录服务器后才有服务器的通知。</source>
        <translation>Sign in at the service to get its notices.</translation>
    </message>
    <message>
        <source>没有取到服务器的通知：%1</source>
        <translation>The notices of the service did not come: %1</translation>
    </message>
    <message>
        <source>这台电脑上没有</source>
        <translation>Not on this computer</translation>
    </message>
    <message>
        <source>服务器没有给您的通知。</source>
        <translation>The service has no notices for you.</translation>
    </message>
    <message numerus="yes">
        <source>服务器给您的通知 %n 条，新的在前。</source>
        <translation>
            <numerusform>%n notice from the service, newest first.</numerusform>
            <numerusform>%n notices from the service, newest first.</numerusform>
        </translation>
    </message>
    <message>
        <source>先选中一条服务器的通知。</source>
        <translation>First select a notice of the service.</translation>
    </message>
    <message>
        <source>服务器给您的通知 %1 条，未读 %2 条，新的在前。</source>
        <translation>%1 notices for you from the service, %2 unread, newest first.</translation>
    </message>
</context>
<context>
    <name>zsb::ParcelPane</name>
    <message>
        <source>离线包口令</source>
        <translation>Passphrase of parcels</translation>
    </message>
    <message>
        <source>口令(&amp;W)</source>
        <translation>Pass&amp;word</translation>
    </message>
    <message>
        <source>已导出。把文件和口令分开交给管理员。</source>
        <translation>Exported. Give file and passphrase to the administrator separately.</translation>
    </message>
    <message>
        <source>打不开：口令不对，或不是这台服务器签名的。</source>
        <translation>It does not open: another passphrase, or not signed by this service.</translation>
    </message>
    <message>
        <source>已收进。</source>
        <translation>Taken in.</translation>
    </message>
    <message>
        <source>这台电脑的签名公钥（管理员核对后才会接受）：
%1</source>
        <translation>Public key of this computer (the administrator compares it before accepting):
%1</translation>
    </message>
    <message>
        <source>这台电脑没有签名密钥。</source>
        <translation>This computer has no signing key.</translation>
    </message>
    <message>
        <source>口令至少 %1 个字符。</source>
        <translation>A passphrase has at least %1 characters.</translation>
    </message>
    <message>
        <source>导出离线包</source>
        <translation>Export a parcel</translation>
    </message>
    <message>
        <source>离线包 (*.zsbp)</source>
        <translation>Parcels (*.zsbp)</translation>
    </message>
    <message>
        <source>收进离线包</source>
        <translation>Take in a parcel</translation>
    </message>
    <message>
        <source>网络到不了的地方用文件收发：把待传的决定和图片导出成一个加密文件，带到服务器那边；再把服务器给的回包收进来。手上档案的图片随回包一起来。丢了或重复收进都不要紧。</source>
        <translation>Where no network goes, files do: export what waits as a sealed file, carry it to the service, and take in the parcel it gives back. The pictures of what you hold come with it. Lost or taken in twice, no harm is done.</translation>
    </message>
    <message>
        <source>不领取</source>
        <translation>None</translation>
    </message>
    <message>
        <source> 份</source>
        <translation> files</translation>
    </message>
    <message>
        <source>随回包领取几份</source>
        <translation>Files to claim with the answer</translation>
    </message>
    <message>
        <source>领取的岗位</source>
        <translation>Role to claim as</translation>
    </message>
    <message>
        <source>归还手上的(&amp;K)</source>
        <translation>Hand bac&amp;k what I hold</translation>
    </message>
    <message>
        <source>归还手上的档案</source>
        <translation>Hand back what I hold</translation>
    </message>
    <message>
        <source>材料先带预览(&amp;Q)</source>
        <translation>Previews of scans first (&amp;Q)</translation>
    </message>
    <message>
        <source>预览小，先装进回包；原图有地方才装，没装下的下一个回包再来。只有预览不能通过。</source>
        <translation>Previews are small and go into the answer first; originals as there is room, the rest with the next one. A preview alone approves nothing.</translation>
    </message>
    <message>
        <source>材料先带预览</source>
        <translation>Previews of scans first</translation>
    </message>
    <message>
        <source>领取(&amp;J)</source>
        <translation>Claim (&amp;J)</translation>
    </message>
    <message>
        <source>没有收进：这个回包是更新版本的程序做的，请先更新这台电脑上的程序。</source>
        <translation>Not taken in: a newer program has made this parcel. Update the program on this computer first.</translation>
    </message>
    <message>
        <source>服务器从备份恢复过：请再导出一个离线包。</source>
        <translation>The service was restored from a backup: export another parcel.</translation>
    </message>
    <message numerus="yes">
        <source>收到图片 %n 张。</source>
        <translation>
            <numerusform>%n picture came.</numerusform>
            <numerusform>%n pictures came.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 张没有装下，下一个回包再来。</source>
        <translation>
            <numerusform>%n picture had no room and comes with the next parcel.</numerusform>
            <numerusform>%n pictures had no room and come with the next parcel.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 张没有收到，原因在日志里。</source>
        <translation>
            <numerusform>%n picture did not come; the log says why.</numerusform>
            <numerusform>%n pictures did not come; the log says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 个文件服务器没有收下，原因在大文件里。</source>
        <translation>
            <numerusform>The service did not take %n file; Files says why.</numerusform>
            <numerusform>The service did not take %n files; Files says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>收到预览 %n 张。</source>
        <translation>
            <numerusform>%n preview came.</numerusform>
            <numerusform>%n previews came.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zsb::PlainTable</name>
    <message>
        <source>未读，%1</source>
        <translation>Unread, %1</translation>
    </message>
</context>
<context>
    <name>zsb::PortraitPane</name>
    <message>
        <source>照片</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>偏亮</source>
        <translation>bright</translation>
    </message>
    <message>
        <source>方框：头部；两眼之间的线：眼睛；虚线：中线和三分线；底色越深，背景离白色越远</source>
        <translation>Frame: the head; line between the eyes: the eyes; dashes: middle and thirds; the deeper the tint, the further the wall is from white</translation>
    </message>
    <message>
        <source>背景离白色</source>
        <translation>Wall off white</translation>
    </message>
    <message>
        <source>脸上偏亮 %1 处</source>
        <translation>Bright spots: %1</translation>
    </message>
</context>
<context>
    <name>zsb::PortraitStudies</name>
    <message>
        <source>副本无法写入。</source>
        <translation>The copy cannot be written.</translation>
    </message>
    <message>
        <source>照片无法读取。</source>
        <translation>The portrait cannot be read.</translation>
    </message>
    <message>
        <source>这张照片不能这样制作副本：%1</source>
        <translation>No copy can be made of this portrait: %1</translation>
    </message>
</context>
<context>
    <name>zsb::Prompts</name>
    <message>
        <source>位置：</source>
        <translation>Look in:</translation>
    </message>
    <message>
        <source>名称(&amp;N)：</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>类型：</source>
        <translation>Type:</translation>
    </message>
    <message>
        <source>选定(&amp;O)</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>zsb::ProofCourier</name>
    <message>
        <source>凭证没有取到：%1。</source>
        <translation>The proof did not come: %1.</translation>
    </message>
    <message>
        <source>登录服务器后才能取凭证。</source>
        <translation>The proof comes once somebody has signed in at the service.</translation>
    </message>
    <message>
        <source>同步已暂停，继续后才能取凭证。</source>
        <translation>The sync is paused; the proof comes when it goes on.</translation>
    </message>
    <message>
        <source>凭证还没有取到。%1</source>
        <translation>The proof has not come yet. %1</translation>
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
    <message>
        <source>%1，标签 %2</source>
        <translation>%1, tags %2</translation>
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
    <message>
        <source>报名号，回车跳到那一份</source>
        <translation>Application number, Enter goes there</translation>
    </message>
    <message>
        <source>跳到编号</source>
        <translation>Jump to a number</translation>
    </message>
    <message>
        <source>标签筛选</source>
        <translation>Filter by tag</translation>
    </message>
    <message>
        <source>数据加密存放：姓名从姓写起，全拼或首字母写全，证件号码后六位或报名号。F3</source>
        <translation>Encrypted data: the name from its first character, the whole pinyin or all initials, the last six of the ID number or the application number. F3</translation>
    </message>
    <message>
        <source>这里没有文件。
换一个队列，或清除查找条件。
加密的数据按从姓写起的姓名、写全的拼音或首字母查找。</source>
        <translation>No files here.
Take another queue, or clear the search.
Encrypted data is searched by the name from its first character, or by the whole pinyin or all initials.</translation>
    </message>
    <message>
        <source>姓名/全拼/首字母/证件后六位/报名号</source>
        <translation>Name/initials/last six/number</translation>
    </message>
</context>
<context>
    <name>zsb::ReasonDelegate</name>
    <message>
        <source>机检提示</source>
        <translation>Suggested by the checks</translation>
    </message>
    <message>
        <source>%1（← → 换，共 %2 项）</source>
        <translation>%1 (← → to change, %2 choices)</translation>
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
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
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
    <message>
        <source>输入报名号后四位确认(&amp;N)</source>
        <translation>Last four of the &amp;number</translation>
    </message>
    <message>
        <source>补正到 %1为止</source>
        <translation>Corrections end on %1</translation>
    </message>
</context>
<context>
    <name>zsb::RecentModel</name>
    <message>
        <source>%1：%2 %3。Enter 再打开</source>
        <translation>%1: %2 %3. Enter opens it again</translation>
    </message>
    <message>
        <source>%1，Del %2</source>
        <translation>%1, Del: %2</translation>
    </message>
    <message>
        <source>%1，%2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
</context>
<context>
    <name>zsb::RecentStrip</name>
    <message>
        <source>最近决定</source>
        <translation>Last decisions</translation>
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
    <message>
        <source>没有可以撤销的决定。决定后 %1 秒内可以撤销。</source>
        <translation>There is nothing to undo. A decision can be undone for %1 seconds.</translation>
    </message>
    <message>
        <source>前一级已经通过：这个决定不直接生效，作为争议交另一人（督导）裁决。</source>
        <translation>The stage before approved this file: your decision does not take effect by itself, another person (a supervisor) settles it.</translation>
    </message>
    <message>
        <source>不通过是最终决定，已缴费用将退还。</source>
        <translation>A refusal is final; a paid fee is refunded.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>不能通过：%1</source>
        <translation>Cannot be approved: %1</translation>
    </message>
    <message>
        <source>已记录：%1。前一级已通过，交督导裁决。Ctrl+Z 撤销</source>
        <translation>Recorded: %1. The stage before approved: a supervisor settles it. Ctrl+Z undoes it</translation>
    </message>
    <message>
        <source>这个文件夹正由别处使用，这里只能看，不能改。</source>
        <translation>This folder is in use elsewhere: here it can only be read.</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>还没有决定。</source>
        <translation>No decisions yet.</translation>
    </message>
    <message>
        <source>没有可以撤销的决定。</source>
        <translation>There is no decision to undo.</translation>
    </message>
    <message>
        <source>查找“%1”</source>
        <translation>Search “%1”</translation>
    </message>
    <message>
        <source>按期限排序</source>
        <translation>by deadline</translation>
    </message>
    <message>
        <source>按报名号排序</source>
        <translation>by number</translation>
    </message>
    <message>
        <source>按姓名排序</source>
        <translation>by name</translation>
    </message>
    <message>
        <source>已有同名的视图。</source>
        <translation>Another view has this name.</translation>
    </message>
    <message>
        <source>已保存视图“%1”。</source>
        <translation>View “%1” saved.</translation>
    </message>
    <message>
        <source>视图已改名为“%1”。</source>
        <translation>View renamed to “%1”.</translation>
    </message>
    <message>
        <source>已删除视图“%1”。</source>
        <translation>View “%1” removed.</translation>
    </message>
    <message>
        <source>%1（看清后按空格）</source>
        <translation>%1 (look, then press Space)</translation>
    </message>
    <message>
        <source>查找结果（不限队列）</source>
        <translation>Found (in any queue)</translation>
    </message>
    <message>
        <source>已加标签：%1</source>
        <translation>Tag set: %1</translation>
    </message>
    <message>
        <source>已去掉标签：%1</source>
        <translation>Tag cleared: %1</translation>
    </message>
    <message>
        <source>有任何标签</source>
        <translation>Any tag</translation>
    </message>
    <message>
        <source>不按标签筛选</source>
        <translation>Tagged or not</translation>
    </message>
    <message>
        <source>标签 %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>%1（报名号 %2）</source>
        <translation>%1 (application %2)</translation>
    </message>
    <message>
        <source>这是测量提示，只供参考，不用认定或排除。</source>
        <translation>This is a measured hint for you to look at; there is nothing to confirm or dismiss.</translation>
    </message>
    <message>
        <source>这份档案没有照片。</source>
        <translation>This file has no portrait.</translation>
    </message>
    <message>
        <source>已制作合规格的副本：%1。原照片不变。</source>
        <translation>A copy within the limits was made: %1. The portrait itself stays as it is.</translation>
    </message>
    <message>
        <source>%1 审核中</source>
        <translation>%1 reviews it</translation>
    </message>
    <message>
        <source>这里没有文字识别，只标出页面和印章。</source>
        <translation>Texts cannot be read here; only page and seals are marked.</translation>
    </message>
    <message>
        <source>原图没有取到：%1</source>
        <translation>the original did not come: %1</translation>
    </message>
    <message>
        <source>原图正在取回</source>
        <translation>the original is on its way</translation>
    </message>
    <message>
        <source>原图未下载</source>
        <translation>the original is not here</translation>
    </message>
    <message>
        <source>看预览不算看过，%1</source>
        <translation>looking at a preview does not count, %1</translation>
    </message>
    <message>
        <source>图片还在服务器上，正在取到本机。</source>
        <translation>The picture is at the service and on its way to this computer.</translation>
    </message>
    <message>
        <source>图片还在服务器上，连上后自动取到本机。</source>
        <translation>The picture is at the service and comes by itself once there is a connection.</translation>
    </message>
    <message>
        <source>图片还在服务器上，正在取到本机。领取这份档案后，图片会提前取好。</source>
        <translation>The picture is at the service and on its way to this computer. Pictures of a file you claim come ahead.</translation>
    </message>
    <message>
        <source>图片还没有取到本机：连上服务器后领取这份档案。</source>
        <translation>The picture was not fetched yet: claim this file once there is a connection.</translation>
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
    <message>
        <source>这份档案只有一张图片，没有可比较的。</source>
        <translation>This file has only one picture, nothing to compare.</translation>
    </message>
    <message>
        <source>没写完的留在原来那份文件里，回到它时接着写。</source>
        <translation>What you began stays with its file and is there again when you come back to it.</translation>
    </message>
    <message>
        <source>这份文件刚被改动，请再核对一次。</source>
        <translation>This file was changed just now; please check once more.</translation>
    </message>
    <message>
        <source>这个问题已经不存在。</source>
        <translation>This finding is not there any more.</translation>
    </message>
    <message>
        <source>%1。不能算作看过。</source>
        <translation>%1. It does not count as looked at.</translation>
    </message>
    <message>
        <source>%1/%2  %3  预览，%4</source>
        <translation>%1/%2  %3  preview, %4</translation>
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
        <source>%1（报名号 %2）：</source>
        <translation>%1 (number %2):</translation>
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
        <source>%1；%2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>你的报名需要补正，请在 %1（含当日）前一次改好下列各项：</source>
        <translation>Your registration needs corrections. Please put all of the following right by the end of %1:</translation>
    </message>
    <message>
        <source>%1. %2：%3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n 项</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>头高占比 %1%2</source>
        <translation>Head height %1%2</translation>
    </message>
    <message>
        <source>两眼倾斜 %1°%2</source>
        <translation>Eyes tilted %1°%2</translation>
    </message>
    <message>
        <source>没有特征点模型，头部和光线请人工确认</source>
        <translation>No landmark model: please check head and light</translation>
    </message>
    <message>
        <source>没有找到正面人脸，请人工确认</source>
        <translation>No frontal face found, please check</translation>
    </message>
    <message>
        <source>眼镜、头发、化妆请人工确认</source>
        <translation>Please check glasses, hair, make-up</translation>
    </message>
    <message>
        <source>%1：与填报一致（%2）</source>
        <translation>%1: as on the form (%2)</translation>
    </message>
    <message>
        <source>%1：没有读出，填报 %2，请人工核对</source>
        <translation>%1: could not be read; the form says %2; please compare</translation>
    </message>
    <message>
        <source>%1：没有读准，读作 %2，填报 %3，请人工核对</source>
        <translation>%1: not read for sure, as %2; the form says %3; please compare</translation>
    </message>
    <message>
        <source>%1：读作 %2，填报 %3，请核对</source>
        <translation>%1: read as %2; the form says %3; please compare</translation>
    </message>
    <message>
        <source>页面边缘</source>
        <translation>edge of the page</translation>
    </message>
    <message>
        <source>公章</source>
        <translation>official seal</translation>
    </message>
    <message>
        <source>蓝色印章</source>
        <translation>blue seal</translation>
    </message>
    <message>
        <source>方形印章</source>
        <translation>square seal</translation>
    </message>
    <message>
        <source>%1：墨色 %2，完整 %3</source>
        <translation>%1: ink %2, whole %3</translation>
    </message>
    <message>
        <source>%1（与先前的决定一致）</source>
        <translation>%1 (the same as the earlier decision)</translation>
    </message>
    <message>
        <source>%1（与先前的决定不同）</source>
        <translation>%1 (other than the earlier decision)</translation>
    </message>
    <message>
        <source>收到中心服务的最新状态</source>
        <translation>Received the latest state from the service</translation>
    </message>
    <message>
        <source>头肩占比 %1%2</source>
        <translation>Head and shoulders %1%2</translation>
    </message>
    <message>
        <source>（约 %1）</source>
        <translation> (about %1)</translation>
    </message>
    <message>
        <source>背景亮度 %1/255%2</source>
        <translation>Wall brightness %1/255%2</translation>
    </message>
    <message>
        <source>眼镜评分 %1%2</source>
        <translation>Score of glasses %1%2</translation>
    </message>
    <message>
        <source>眼镜边缘合计 %1%2</source>
        <translation>Edges of glasses, sum %1%2</translation>
    </message>
    <message>
        <source>眼镜局部边缘 %1%2</source>
        <translation>Edges of glasses, one place %1%2</translation>
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
    <message>
        <source>存疑</source>
        <comment>state</comment>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>退回补正</source>
        <comment>state</comment>
        <translation>Returned</translation>
    </message>
    <message>
        <source>不通过</source>
        <comment>state</comment>
        <translation>Refused</translation>
    </message>
    <message>
        <source>名册导入</source>
        <translation>Roster import</translation>
    </message>
    <message>
        <source>这份文件的状态是“%1”，不能这样处理。</source>
        <translation>The state of this file is “%1”: this cannot be done now.</translation>
    </message>
    <message>
        <source>未完成的步骤</source>
        <translation>Steps not done</translation>
    </message>
    <message>
        <source>须由另一个人决定：前一次是您本人审的。换人：文件 → 审核人。</source>
        <translation>Somebody else has to decide: the last time it was you. To change over: File → Reviewer.</translation>
    </message>
    <message>
        <source>正在写入别的数据（例如正在入库），这一步没有记录。请稍后再试一次。</source>
        <translation>Other data is being written (an import, perhaps); this was not recorded. Try again in a moment.</translation>
    </message>
    <message>
        <source>不是文件，而是管道、设备或文件夹。</source>
        <translation>This is no file but a pipe, a device or a folder.</translation>
    </message>
    <message>
        <source>%1，这里打不开，请存成 JPG。</source>
        <translation>This is %1, which is not opened here; have it saved as JPG.</translation>
    </message>
</context>
<context>
    <name>zsb::ReviewerDialog</name>
    <message>
        <source>审核人</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>姓名记在每一个决定旁边。初审和复审须是两个人：换人时在这里改姓名。</source>
        <translation>The name stands beside every decision. First and second review take two people: whoever sits down next gives a name here.</translation>
    </message>
    <message>
        <source>姓名(&amp;N)</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>审核人姓名</source>
        <translation>Name of the reviewer</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>就用这个名字(&amp;U)</source>
        <translation>&amp;Use this name</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
</context>
<context>
    <name>zsb::SeasonGate</name>
    <message>
        <source>这个账号现在不能离线登录：没有在这台电脑上登录过，或已超过期限。</source>
        <translation>This account cannot sign in offline now: it never signed in on this computer, or the time is over.</translation>
    </message>
    <message>
        <source>密码不对。</source>
        <translation>Wrong password.</translation>
    </message>
</context>
<context>
    <name>zsb::SignInDialog</name>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>用户名</source>
        <translation>User</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>验证器里的 6 位数字</source>
        <translation>6 digits of the authenticator</translation>
    </message>
    <message>
        <source>用户名(&amp;N)</source>
        <translation>User &amp;name</translation>
    </message>
    <message>
        <source>密码(&amp;P)</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>动态码(&amp;T)</source>
        <translation>Code (&amp;T)</translation>
    </message>
    <message>
        <source>登录(&amp;L)</source>
        <translation>Sign in (&amp;L)</translation>
    </message>
    <message>
        <source>离线登录(&amp;O)</source>
        <translation>Sign in &amp;offline</translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <source>服务器 %1</source>
        <translation>Service %1</translation>
    </message>
    <message>
        <source>这台电脑还没有和它联系过。</source>
        <translation>This computer was never in contact with it.</translation>
    </message>
    <message>
        <source>上次联系：%1</source>
        <translation>Last contact: %1</translation>
    </message>
    <message>
        <source>正在联系服务器…</source>
        <translation>Asking the service…</translation>
    </message>
    <message>
        <source>%1 可以离线登录，有效至 %2。</source>
        <translation>%1 You may sign in offline, good until %2.</translation>
    </message>
    <message>
        <source>%1 这个账号还不能离线登录：先联网登录一次；离线期限是 7 天。</source>
        <translation>%1 This account cannot sign in offline: sign in once with the service first; offline is good for 7 days.</translation>
    </message>
    <message>
        <source>验证题的答案</source>
        <translation>Answer to the question</translation>
    </message>
    <message>
        <source>验证题</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>答案(&amp;A)</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>答案不对，或已过期。请回答新的验证题，再输入新的动态码。</source>
        <translation>The answer was wrong or came too late. Answer the new question, then type a new one-time code.</translation>
    </message>
    <message>
        <source>错了几次：请先回答验证题，再输入新的动态码。</source>
        <translation>Some attempts were wrong: answer the question first, then type a new one-time code.</translation>
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
        <source>考生类型不认识，作为草稿入库，不进入审核。</source>
        <translation>Unknown candidate type: saved as a draft, not for review.</translation>
    </message>
    <message>
        <source>单元格里的内容已经丢失，整行不导入；请改正原表再导入。</source>
        <translation>Cells of the row have lost what was typed in them. The row is not imported; correct the table and import it again.</translation>
    </message>
    <message>
        <source>考生类型不认识，整行不导入，库中保持原样。</source>
        <translation>The candidate type is unknown; the row is not imported and the file here stays as it is.</translation>
    </message>
    <message>
        <source>报名号相同，但姓名和证件都是另一个人，整行不导入；请核对报名号。</source>
        <translation>The application number is the same, but name and document are another person&apos;s; the row is not imported. Check the number.</translation>
    </message>
    <message>
        <source>所列的材料文件找不到；保留先前导入的那一份。</source>
        <translation>A file it names is not there; the one taken in before is kept.</translation>
    </message>
    <message>
        <source>缴费状态或金额读不懂；保留先前记录的。</source>
        <translation>The payment state or amount cannot be read; what was recorded before is kept.</translation>
    </message>
    <message>
        <source>所列的文件 %1 读不出来。</source>
        <translation>The file %1 that the row names cannot be read.</translation>
    </message>
    <message>
        <source>空白的单元格保留先前导入的内容；要删去请在程序中修改。</source>
        <translation>Cells left empty keep what was taken in before; to remove it, edit the file here.</translation>
    </message>
</context>
<context>
    <name>zsb::SyncController</name>
    <message>
        <source>对账要先登录。</source>
        <translation>Sign in to reconcile.</translation>
    </message>
    <message>
        <source>已按原来的决定重新记录。</source>
        <translation>Recorded again as it was decided.</translation>
    </message>
    <message>
        <source>档案已经变了，不能照搬：请重新看过再决定。</source>
        <translation>The file has changed: look again and decide.</translation>
    </message>
    <message>
        <source>已撤销，不会发送。</source>
        <translation>Taken back, it is not sent.</translation>
    </message>
    <message>
        <source>已经撤不回来了。</source>
        <translation>Too late to take it back.</translation>
    </message>
    <message>
        <source>上次联系 %1。</source>
        <translation>Last contact %1.</translation>
    </message>
    <message>
        <source>%1 再试。</source>
        <translation>Next try %1.</translation>
    </message>
    <message>
        <source>手上有 %1 份，最早 %2 到期。</source>
        <translation>%1 claimed, the first until %2.</translation>
    </message>
    <message>
        <source>待上传 %1 个文件，共 %2；已领取的档案还有 %3 张图片没有取到本机。</source>
        <translation>%1 files to send, %2; %3 pictures of claimed files are not here yet.</translation>
    </message>
    <message>
        <source>没有记录下来（%1）。请再试一次。</source>
        <translation>It was not recorded (%1). Please try again.</translation>
    </message>
    <message>
        <source>要上传的都已上传；已领取的档案，图片都在本机。</source>
        <translation>Everything is sent, and the pictures of all claimed files are here.</translation>
    </message>
</context>
<context>
    <name>zsb::SyncHint</name>
    <message>
        <source>服务器换用了新的规则包，按旧规则作的决定会被退回。先把待传的发完，再用 同步 → 换用新规则包 换上（要重新登录一次）。</source>
        <translation>The service judges by new rules; what is decided by the old ones will be refused. Send what waits, then use Sync → Take Up the New Rules (you sign in once more).</translation>
    </message>
    <message>
        <source>服务器用的规则包与这台电脑的不同，又取不到：决定会被退回。请告诉管理员。</source>
        <translation>The service judges by other rules than this computer and does not hand them out: decisions will be refused. Tell the administrator.</translation>
    </message>
    <message numerus="yes">
        <source>这台电脑的时间比服务器慢 %n 分钟：请先校时。期限以服务器的时间为准。</source>
        <translation>
            <numerusform>The clock of this computer is %n minute behind that of the service: set it first. Deadlines go by the service.</numerusform>
            <numerusform>The clock of this computer is %n minutes behind that of the service: set it first. Deadlines go by the service.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>这台电脑的时间比服务器快 %n 分钟：请先校时。期限以服务器的时间为准。</source>
        <translation>
            <numerusform>The clock of this computer is %n minute ahead of that of the service: set it first. Deadlines go by the service.</numerusform>
            <numerusform>The clock of this computer is %n minutes ahead of that of the service: set it first. Deadlines go by the service.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zsb::SyncPage</name>
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
        <source>事项</source>
        <translation>What</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>现在的状态</source>
        <translation>State now</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>发生了什么</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>同步</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>同步的各页</source>
        <translation>Pages of the sync</translation>
    </message>
    <message>
        <source>发件箱</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>收件</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>收件：最近变动的档案</source>
        <translation>Inbox: files that changed</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>对账</source>
        <translation>Reconcile</translation>
    </message>
    <message>
        <source>大文件</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>离线包</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>同步日志</source>
        <translation>Log of the sync</translation>
    </message>
    <message>
        <source>网络诊断</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>把这里每一份档案的版本与服务器逐份比较。一致才算都送到了；季末封存前要对一次。</source>
        <translation>Compares the version of every file here with the service. Only when they agree has everything arrived; do it before a season is sealed.</translation>
    </message>
    <message>
        <source>待上传的文件</source>
        <translation>Files to send</translation>
    </message>
    <message>
        <source>：</source>
        <translation>: </translation>
    </message>
    <message>
        <source>这次还没有对过账。</source>
        <translation>Not reconciled yet in this run.</translation>
    </message>
    <message>
        <source>冲突 %1</source>
        <translation>Conflicts %1</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>只有还没发送的决定能撤销。</source>
        <translation>Only a decision that was not sent yet can be taken back.</translation>
    </message>
    <message>
        <source>考生账号</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>考生待办</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>通知 %1</source>
        <translation>Notices %1</translation>
    </message>
    <message>
        <source>没有要发送的：这里说明每个决定送到了没有。</source>
        <translation>Nothing to send: here you see of every decision whether it arrived.</translation>
    </message>
    <message>
        <source>还没有收到服务器的变动。</source>
        <translation>No changes have come from the service yet.</translation>
    </message>
    <message>
        <source>没有待上传的文件。</source>
        <translation>No files to send.</translation>
    </message>
    <message>
        <source>还没有记录。</source>
        <translation>Nothing was noted yet.</translation>
    </message>
</context>
<context>
    <name>zsb::SyncPill</name>
    <message>
        <source>同步：%1</source>
        <translation>Sync: %1</translation>
    </message>
</context>
<context>
    <name>zsb::SyncRows</name>
    <message>
        <source>M月d日 HH:mm:ss</source>
        <translation>d MMM HH:mm:ss</translation>
    </message>
    <message>
        <source>填报中</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待审</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>存疑</source>
        <translation>Doubtful</translation>
    </message>
    <message>
        <source>争议</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Refused</translation>
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
        <source>已撤销，没有发送</source>
        <translation>Taken back, not sent</translation>
    </message>
    <message>
        <source>已发出，等回执</source>
        <translation>Sent, waits for its receipt</translation>
    </message>
    <message>
        <source>待重试：%1</source>
        <translation>Tried again: %1</translation>
    </message>
    <message>
        <source>待发送（保留到 %1）</source>
        <translation>Waits (held until %1)</translation>
    </message>
    <message>
        <source>待发送</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>待督导裁决</source>
        <translation>A supervisor settles it</translation>
    </message>
    <message>
        <source>（%1：%2）</source>
        <translation> (%1: %2)</translation>
    </message>
    <message>
        <source>原来的</source>
        <translation>as it was</translation>
    </message>
    <message>
        <source>换过了</source>
        <translation>replaced</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <source>谁</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>待传</source>
        <translation>Waits</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>没有对成：%1</source>
        <translation>Not reconciled: %1</translation>
    </message>
    <message>
        <source>一致：服务器确认 %1/%1 份。</source>
        <translation>They agree: the service confirms %1/%1.</translation>
    </message>
    <message>
        <source>不一致：服务器有 %1 份；这里缺 %2 份，那边缺 %3 份，版本不同 %4 份。正在同步，稍后再对一次。</source>
        <translation>They differ: the service has %1; %2 missing here, %3 missing there, %4 of another version. Syncing; try again in a while.</translation>
    </message>
</context>
<context>
    <name>zsb::SyncWords</name>
    <message>
        <source>已同步</source>
        <translation>Up to date</translation>
    </message>
    <message>
        <source>同步中 %1%</source>
        <translation>Syncing %1%</translation>
    </message>
    <message>
        <source>同步中</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>离线 · 待传 %1</source>
        <translation>Offline · %1 waiting</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>需处理</source>
        <translation>Needs you</translation>
    </message>
    <message>
        <source>这里的都已送达，那边的都已收到。</source>
        <translation>Everything here is there, and everything there is here.</translation>
    </message>
    <message>
        <source>还有 %1 项待传；决定要先保留几秒，期间可以撤销。</source>
        <translation>%1 wait; decisions are held for some seconds, so that they can be taken back.</translation>
    </message>
    <message>
        <source>正在接收。</source>
        <translation>Receiving.</translation>
    </message>
    <message>
        <source>已暂停：决定照常保存在本机，继续后再发送。</source>
        <translation>Paused: decisions are kept here and sent when you resume.</translation>
    </message>
    <message>
        <source>%1 已领取的档案照常审核，决定都保存在本机，连上后自动发送。</source>
        <translation>%1 Claimed files can be reviewed; decisions are kept here and sent by themselves.</translation>
    </message>
    <message>
        <source>服务器不可信，已停止同步：%1</source>
        <translation>The service cannot be trusted, the sync has stopped: %1</translation>
    </message>
    <message>
        <source>需要登录：登录后继续收发，本机的决定都还在。</source>
        <translation>Sign in to go on; decisions made here are kept.</translation>
    </message>
    <message>
        <source>有决定没有按原样生效，请到“同步 → 冲突”里看。</source>
        <translation>A decision did not take effect as it was: see Sync → Conflicts.</translation>
    </message>
    <message>
        <source>没有问题。</source>
        <translation>No trouble.</translation>
    </message>
    <message>
        <source>找不到服务器的名字。</source>
        <translation>The name of the service is not known.</translation>
    </message>
    <message>
        <source>服务器没有应答，或线路断了。</source>
        <translation>The service does not answer, or the line is cut.</translation>
    </message>
    <message>
        <source>连接不安全，已拒绝。</source>
        <translation>The connection is not safe and was refused.</translation>
    </message>
    <message>
        <source>代理服务器不放行。</source>
        <translation>The proxy does not let it through.</translation>
    </message>
    <message>
        <source>应答的不是我们的服务器，可能是上网认证页。</source>
        <translation>Somebody else answers, perhaps a sign-in page of the network.</translation>
    </message>
    <message>
        <source>需要重新登录。</source>
        <translation>Sign in again.</translation>
    </message>
    <message>
        <source>对方拿不出服务器的签名，或这台电脑没有登记。</source>
        <translation>What answers has no signature of the service, or this computer is not enrolled.</translation>
    </message>
    <message>
        <source>服务器不接受其中一项。</source>
        <translation>The service does not take one of them.</translation>
    </message>
    <message>
        <source>服务器忙或有故障。</source>
        <translation>The service is busy or has trouble.</translation>
    </message>
    <message>
        <source>服务器空间不足。</source>
        <translation>The service has no room left.</translation>
    </message>
    <message>
        <source>本机磁盘空间不足，或数据库写不进去。</source>
        <translation>No room on this disk, or the database cannot be written.</translation>
    </message>
    <message>
        <source>核对地址的拼写；请网络管理员把服务器的名字加进 DNS。</source>
        <translation>Check the spelling; ask the network office to add the name to the DNS.</translation>
    </message>
    <message>
        <source>确认服务已启动、端口没写错；请网络管理员在防火墙放行这个端口。</source>
        <translation>See that the service runs and the port is right; ask the network office to open the port.</translation>
    </message>
    <message>
        <source>不要继续。核对电脑时间；向管理员核对证书指纹，可能换过证书，也可能有人在中间。</source>
        <translation>Do not go on. Check the clock; compare the fingerprint with the administrator: the certificate was replaced, or somebody is in between.</translation>
    </message>
    <message>
        <source>填写代理的地址、用户和密码，或请网络管理员让这台服务器不走代理。</source>
        <translation>Give address, user and password of the proxy, or ask the network office to exempt this service.</translation>
    </message>
    <message>
        <source>先在浏览器里完成上网认证，再试一次。</source>
        <translation>Sign in to the network in a browser, then try again.</translation>
    </message>
    <message>
        <source>重新登录；电脑时间与服务器相差超过 5 分钟时也进不去，请先校时。</source>
        <translation>Sign in again; set the clock first if it is more than 5 minutes off.</translation>
    </message>
    <message>
        <source>不要继续。把情况告诉管理员：服务器可能被替换，或这台电脑的登记已被撤销。</source>
        <translation>Do not go on. Tell the administrator: the service was replaced, or this computer was revoked.</translation>
    </message>
    <message>
        <source>在“冲突”里看是哪一项；版本太旧时请先更新程序。</source>
        <translation>See Conflicts for which; update the program if it is too old.</translation>
    </message>
    <message>
        <source>程序会自己再试；持续不好时告诉管理员。</source>
        <translation>It is tried again by itself; tell the administrator if it lasts.</translation>
    </message>
    <message>
        <source>告诉管理员清理或扩充服务器的磁盘。</source>
        <translation>Tell the administrator to make room on the service.</translation>
    </message>
    <message>
        <source>清理本机磁盘；空间不足 250 MB 时不再下载图片，决定仍然发送。</source>
        <translation>Make room; below 250 MB no pictures are fetched, decisions are still sent.</translation>
    </message>
    <message>
        <source>用户名、密码或动态码不对。动态码 30 秒换一次，每个只能用一次。</source>
        <translation>User, password or code is wrong. A code lasts 30 seconds and is good once.</translation>
    </message>
    <message>
        <source>错了太多次，这个账号暂时锁定。请过几分钟再试，或请管理员重置。</source>
        <translation>Too many failures: the account is locked for a while. Try in some minutes, or ask the administrator.</translation>
    </message>
    <message>
        <source>服务器不认识这台电脑：登记没有完成，或已被撤销。请管理员发新的登记码。</source>
        <translation>The service does not know this computer: ask the administrator for a new enrolment code.</translation>
    </message>
    <message>
        <source>这台电脑的时间不准。请先校时，再登录。</source>
        <translation>The clock of this computer is wrong. Set it, then sign in.</translation>
    </message>
    <message>
        <source>服务器要求验证码。请过几分钟再试，或请管理员重置。</source>
        <translation>The service asks for a captcha. Try in some minutes, or ask the administrator.</translation>
    </message>
    <message>
        <source>服务器没有让您登录。请再试一次。</source>
        <translation>The service did not let you in. Try again.</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>与别人一致</source>
        <translation>As another decided</translation>
    </message>
    <message>
        <source>有争议</source>
        <translation>Disputed</translation>
    </message>
    <message>
        <source>档案已变</source>
        <translation>The file changed</translation>
    </message>
    <message>
        <source>不再适用</source>
        <translation>No longer applies</translation>
    </message>
    <message>
        <source>未被接受</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>无此权限</source>
        <translation>Not allowed</translation>
    </message>
    <message>
        <source>编号冲突</source>
        <translation>Id in use</translation>
    </message>
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
        <source>存疑上报</source>
        <translation>Doubt</translation>
    </message>
    <message>
        <source>裁决</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>领取</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>归还</source>
        <translation>Hand back</translation>
    </message>
    <message>
        <source>已看材料</source>
        <translation>Looked at</translation>
    </message>
    <message>
        <source>处理问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>修改数据</source>
        <translation>Change of data</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>同步已启动</source>
        <translation>Sync started</translation>
    </message>
    <message>
        <source>出了问题：%1</source>
        <translation>Trouble: %1</translation>
    </message>
    <message>
        <source>连接正常</source>
        <translation>The line is good</translation>
    </message>
    <message>
        <source>已登录</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>没有登录上：%1</source>
        <translation>Not signed in: %1</translation>
    </message>
    <message>
        <source>已退出登录</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>已继续</source>
        <translation>Resumed</translation>
    </message>
    <message>
        <source>收到 %1 份档案的变动</source>
        <translation>Changes of %1 files came</translation>
    </message>
    <message>
        <source>领取或归还的回答：%1</source>
        <translation>Answer to a claim: %1</translation>
    </message>
    <message>
        <source>对账：一致</source>
        <translation>Reconciled: they agree</translation>
    </message>
    <message>
        <source>对账：不一致</source>
        <translation>Reconciled: they differ</translation>
    </message>
    <message>
        <source>一张图片没有取到：%1</source>
        <translation>A picture was not fetched: %1</translation>
    </message>
    <message>
        <source>已导出离线包</source>
        <translation>A parcel was exported</translation>
    </message>
    <message>
        <source>已收进离线包</source>
        <translation>A parcel was taken in</translation>
    </message>
    <message>
        <source>离线包没有收进</source>
        <translation>A parcel was not taken in</translation>
    </message>
    <message>
        <source>考生账号：已办理</source>
        <translation>Candidate&apos;s account: done</translation>
    </message>
    <message>
        <source>考生账号：没有办成（%1）</source>
        <translation>Candidate&apos;s account: not done (%1)</translation>
    </message>
    <message>
        <source>选择拟报专业</source>
        <translation>Choose the major</translation>
    </message>
    <message>
        <source>申请变更类型</source>
        <translation>Ask for another type</translation>
    </message>
    <message>
        <source>答复变更申请</source>
        <translation>Answer a request for another type</translation>
    </message>
    <message>
        <source>服务器没有这个文件</source>
        <translation>the service does not have this file</translation>
    </message>
    <message>
        <source>您的岗位不能取</source>
        <translation>your role may not have it</translation>
    </message>
    <message>
        <source>这台电脑的磁盘空间不够</source>
        <translation>no room left on the disk of this computer</translation>
    </message>
    <message>
        <source>服务器的空间满了</source>
        <translation>the service has no room left</translation>
    </message>
    <message>
        <source>收到的不是这个文件</source>
        <translation>what came is not this file</translation>
    </message>
    <message>
        <source>服务器没有给（%1）</source>
        <translation>the service did not give it (%1)</translation>
    </message>
</context>
<context>
    <name>zsb::TagChips</name>
    <message>
        <source>标签：%1</source>
        <translation>Tags: %1</translation>
    </message>
</context>
<context>
    <name>zsb::TagWords</name>
    <message>
        <source>标签 %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>zsb::TagsPanel</name>
    <message>
        <source>标签</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>关闭  Esc</source>
        <translation>Close  Esc</translation>
    </message>
    <message>
        <source>完成  Enter</source>
        <translation>Done  Enter</translation>
    </message>
    <message>
        <source>数字或空格加上、去掉，F2 改名。标签只有自己看得见，不是审核决定，不会上报或导出。</source>
        <translation>A digit or Space sets and clears, F2 names. Only you see your tags: they are no decisions, and are never sent nor exported.</translation>
    </message>
    <message>
        <source>标签名称</source>
        <translation>Name of the tag</translation>
    </message>
    <message>
        <source>%1，已加上</source>
        <translation>%1, set</translation>
    </message>
    <message>
        <source>%1，没有加上</source>
        <translation>%1, not set</translation>
    </message>
</context>
<context>
    <name>zsb::TaskWords</name>
    <message>
        <source>已选：%1</source>
        <translation>Chosen: %1</translation>
    </message>
    <message>
        <source>专科：%1</source>
        <translation>Junior major: %1</translation>
    </message>
    <message>
        <source>%1（以通知为准）</source>
        <translation>%1 (to be announced)</translation>
    </message>
    <message>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>服务器没有接受（%1）</source>
        <translation>The service did not accept it (%1)</translation>
    </message>
    <message>
        <source>服务器没有接受：%1</source>
        <translation>The service did not accept it: %1</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 名考生要选择拟报本科专业。</source>
        <translation>
            <numerusform>%n candidate has to choose a bachelor&apos;s major.</numerusform>
            <numerusform>%n candidates have to choose a bachelor&apos;s major.</numerusform>
        </translation>
    </message>
    <message>
        <source>没有要选择拟报本科专业的考生：已通过审批、报名时没有选专业的才在这里。</source>
        <translation>Nobody has to choose a bachelor&apos;s major: here are only those who were approved and chose none when they registered.</translation>
    </message>
    <message>
        <source>只列出了一部分，请用查找缩小。</source>
        <translation> Only a part is listed: narrow it by searching.</translation>
    </message>
    <message>
        <source>可变更为：%1</source>
        <translation>May change to: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>等待答复：%1</source>
        <translation>Waits for an answer: %1</translation>
    </message>
    <message>
        <source>已变更：%1</source>
        <translation>Changed: %1</translation>
    </message>
    <message>
        <source>没有同意（%1）：%2</source>
        <translation>Declined (%1): %2</translation>
    </message>
    <message>
        <source>%1（报名号 %2），现在是：%3</source>
        <translation>%1 (application %2), now: %3</translation>
    </message>
    <message>
        <source>申请变更为“%1”（%2）。%3 由 %4 提出，理由：%5</source>
        <translation>Change to “%1” (%2). Asked for %3 by %4, because: %5</translation>
    </message>
    <message>
        <source> 或 </source>
        <translation> or </translation>
    </message>
    <message>
        <source>申请不需要凭证。</source>
        <translation>The request needs no proof.</translation>
    </message>
    <message>
        <source>申请时要出示：%1。</source>
        <translation>To be shown with the request: %1.</translation>
    </message>
    <message>
        <source>已有的材料和信息够用，不用补交。</source>
        <translation>What is there already is enough.</translation>
    </message>
    <message>
        <source>变更后还要补：%1。</source>
        <translation>To be added after the change: %1.</translation>
    </message>
    <message>
        <source>由审核人答复，同意前类型不变。</source>
        <translation>A reviewer answers; until then the type stays.</translation>
    </message>
    <message>
        <source>提出后立即变更，档案回到填报，重新提交后从头审批。</source>
        <translation>The type changes at once; the file goes back to be filled in, and is reviewed anew after it is handed in.</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份变更申请等待答复。</source>
        <translation>
            <numerusform>%n request waits for an answer.</numerusform>
            <numerusform>%n requests wait for an answer.</numerusform>
        </translation>
    </message>
    <message>
        <source>没有等待答复的变更申请。</source>
        <translation>No request waits for an answer.</translation>
    </message>
</context>
<context>
    <name>zsb::TasksPane</name>
    <message>
        <source>报名号</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>考生类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>截止</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>考生待办</source>
        <translation>Candidates&apos; tasks</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>哪一种待办</source>
        <translation>Which tasks</translation>
    </message>
    <message>
        <source>选择拟报专业</source>
        <translation>Choose the major</translation>
    </message>
    <message>
        <source>按姓名、拼音、报名号或证件后六位缩小</source>
        <translation>Narrow by name, pinyin, application number or last six of the document number</translation>
    </message>
    <message>
        <source>姓名、拼音、报名号或证件后六位</source>
        <translation>Name, pinyin, application number, last six of the document</translation>
    </message>
    <message>
        <source>待办(&amp;T)</source>
        <translation>&amp;Tasks</translation>
    </message>
    <message>
        <source>查找(&amp;N)</source>
        <translation>Fi&amp;nd</translation>
    </message>
    <message>
        <source>先选中一名要选专业的考生。</source>
        <translation>First select a candidate who has to choose a major.</translation>
    </message>
    <message>
        <source>由院校登记员或旗县招生办代考生选择。</source>
        <translation>The college registrar or the county office chooses for the candidate.</translation>
    </message>
    <message>
        <source>先选中一名考生。</source>
        <translation>First select a candidate.</translation>
    </message>
    <message>
        <source>已记录：%1。服务器的回执看“进度”。</source>
        <translation>Recorded: %1. “Progress” shows the answer of the service.</translation>
    </message>
    <message>
        <source>变更考生类型</source>
        <translation>Change the type</translation>
    </message>
    <message>
        <source>答复变更申请</source>
        <translation>Answer a request for another type</translation>
    </message>
    <message>
        <source>先选中一名可以变更类型的考生。</source>
        <translation>First select a candidate whose type can be changed.</translation>
    </message>
    <message>
        <source>由院校登记员或旗县招生办代考生申请。</source>
        <translation>The college registrar or the county office asks for the candidate.</translation>
    </message>
    <message>
        <source>由审核新类型的人或督导答复。</source>
        <translation>Whoever reviews the new type, or a supervisor, answers.</translation>
    </message>
    <message>
        <source>先选中一份等待答复的申请。</source>
        <translation>First select a request that waits for an answer.</translation>
    </message>
    <message>
        <source>凭证不是合格的图片：要 JPG，不能太大或损坏。请重新选择。</source>
        <translation>The proof is no picture that counts: a JPG, not too large and not damaged. Choose again.</translation>
    </message>
    <message>
        <source>凭证文件读不出来：请重新选择。</source>
        <translation>The proof cannot be read: choose again.</translation>
    </message>
    <message>
        <source>申请已记录。服务器的回执看“进度”。</source>
        <translation>The request is recorded. “Progress” shows the answer of the service.</translation>
    </message>
    <message>
        <source>答复已记录。服务器的回执看“进度”。</source>
        <translation>The answer is recorded. “Progress” shows the answer of the service.</translation>
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
    <name>zsb::ViewsPanel</name>
    <message>
        <source>我的视图</source>
        <translation>My views</translation>
    </message>
    <message>
        <source>取消  Esc</source>
        <translation>Cancel  Esc</translation>
    </message>
    <message>
        <source>现在的条件：%1</source>
        <translation>Filter now: %1</translation>
    </message>
    <message>
        <source>视图名称</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>给现在的条件起个名字</source>
        <translation>Name the filter as it is now</translation>
    </message>
    <message>
        <source>保存视图  Enter</source>
        <translation>Save view  Enter</translation>
    </message>
    <message>
        <source>改名  Enter</source>
        <translation>Rename  Enter</translation>
    </message>
    <message>
        <source>请写名称。</source>
        <translation>Give it a name.</translation>
    </message>
    <message>
        <source>再按一次 Del 就删除这个视图。</source>
        <translation>Press Del once more to remove this view.</translation>
    </message>
    <message>
        <source>已有同名的视图，保存会替换它。</source>
        <translation>There is a view of this name: saving replaces it.</translation>
    </message>
    <message>
        <source>还没有保存过视图。视图只有自己看得见。</source>
        <translation>No view saved yet. Only you see your views.</translation>
    </message>
    <message>
        <source>Enter 打开，F2 改名，Del 删除。视图只有自己看得见。</source>
        <translation>Enter opens, F2 renames, Del removes. Only you see your views.</translation>
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
    <message>
        <source>连接服务器(&amp;S)…</source>
        <translation>Connect to a &amp;service…</translation>
    </message>
    <message>
        <source>用管理员给的地址和登记码连接；断网也能审，连上后自动收发。</source>
        <translation>With the address and code of your administrator; work goes on without a network and is sent later.</translation>
    </message>
</context>
</TS>
