<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="zh_CN">
<context>
    <name>Diagnostics</name>
    <message>
        <source>版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包指纹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>显示</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reviewers</name>
    <message>
        <source>演示审核员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机审核员</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::AboutDialog</name>
    <message>
        <source>关于与诊断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专升本报名与资格审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>为专升本考生登记、核验与审核资格的工作台。以下信息不含任何考生资料，可放心发给维护人员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制诊断信息(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::AccountDialog</name>
    <message>
        <source>以什么岗位办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再填一次证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生的手机号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生的新密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再填一次新密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明（必填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证文件（必选）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件的扫描件，不超过 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择(&amp;F)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件类型(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再填号码(&amp;A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号(&amp;M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新密码(&amp;P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再填密码(&amp;W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明（必填）(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证（必选）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理(&amp;G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生本人带证件到场才能办。手机号和密码请考生自己输入；谁办的、什么时候、凭什么，都会留下记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择凭证文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在联系服务器…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片 (*.jpg *.jpeg *.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::AccountWords</name>
    <message>
        <source>使用中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已停用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生本人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找账号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代为注册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收回被占用的号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>院校登记员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旗县招生办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自己注册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现场代为注册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自己重设密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现场重设密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现场收回号码后新开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码被持证人收回，停用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>接管</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有收到回答，不知道是否已办成：先查一次这个号码，看历史再决定，不要直接重办。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步已暂停：先点“立即同步”，再办这件事。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证文件读不出来：请重新选择。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证文件超过 1 MB：请用较低的分辨率重新扫描。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有联系上服务器，什么也没有改。%1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填证件号码或手机号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录已过期：请重新登录，再办一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不在您的职责范围内：考生账号由院校登记员或旗县招生办办理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>账号与证件号码对不上，或账号已停用：请重新查找。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容已被他人更改：请重新查找。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证没有传到服务器：请再办一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请求过于频繁，请稍候再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器维护中，请稍后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器存储空间不足，请告诉管理员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有办理（%1）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再填证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再填密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：没有填。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：两次不一致。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：太短。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：太长。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：不能与证件号码、手机号或出生日期相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：太常见，容易被猜到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：已有账号。核对证件后可以收回号码或重设密码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：已绑定另一个账号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：没有传到服务器，请再办一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：格式不对（%2）。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::AccountsPane</name>
    <message>
        <source>状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>注册时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次登录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找到的账号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个账号的历史</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>号码(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>或手机号(&amp;M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先登录服务器，才能查找和办理考生账号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按证件或手机号查找；每次查找和办理都会记下是谁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生账号由院校登记员或旗县招生办办理，您的岗位不能办。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先登录服务器。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的岗位不能办理考生账号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先填证件号码或手机号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先查找并选中一个使用中的账号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已办理：%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这样的账号。核对证件后可以代为注册。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>找到 %n 个账号。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zsb::Actions</name>
    <message>
        <source>打开数据(&amp;O)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入名册与材料(&amp;I)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出(&amp;X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销上一决定(&amp;U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制证件号码(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找(&amp;F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作台(&amp;W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入(&amp;I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一窗格(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一窗格(&amp;P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>刷新(&amp;E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>适合窗口(&amp;F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实际大小(&amp;A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大(&amp;Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小(&amp;O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>左转(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>右转(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全屏(&amp;U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复位布局(&amp;B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跟随系统(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>浅色(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>深色(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中文(&amp;Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English(&amp;E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取一批(&amp;G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一检查项(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一检查项(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定问题(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排除问题(&amp;M)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通过并下一份(&amp;A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回补正(&amp;R)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过(&amp;X)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑上报(&amp;D)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一份(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一份(&amp;P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跳到编号(&amp;J)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>历史(&amp;H)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 1 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 2 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 3 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 4 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 5 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 6 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 7 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 8 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键一览(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关于与诊断(&amp;A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还这份(&amp;B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只看问题(&amp;F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看第 1–6 份材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>命令面板(&amp;C)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最近决定(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再看上一决定(&amp;V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大镜(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比较(&amp;D)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改快捷键(&amp;M)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我的视图(&amp;W)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存视图(&amp;E)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按期限排序(&amp;U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按报名号排序(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按姓名排序(&amp;M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核人(&amp;R)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>锁定(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>锁定设置(&amp;S)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签(&amp;T)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片测量图(&amp;J)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>制作合规格的照片副本(&amp;I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连接服务器(&amp;E)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步(&amp;Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>识别结果与标记(&amp;Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>立即同步(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂停(&amp;P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录(&amp;L)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对账(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网络诊断(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还全部(&amp;B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销这一项(&amp;W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开档案(&amp;O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>知道了(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照原样重做(&amp;A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开这份(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出离线包(&amp;X)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收进离线包(&amp;I)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找考生账号(&amp;Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代为注册(&amp;E)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重设密码(&amp;M)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收回号码(&amp;T)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机采集(&amp;G)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生待办(&amp;H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择拟报专业(&amp;J)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开考生档案(&amp;V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请变更类型(&amp;C)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复变更申请(&amp;U)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知(&amp;Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开通知的档案(&amp;Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取原图(&amp;X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取全部原图(&amp;F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换用新规则包(&amp;1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::AnswerDialog</name>
    <message>
        <source>答复变更申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在取凭证…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有附凭证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看哪一份凭证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证的图片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复的说明，不同意时必填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证(&amp;P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明（不同意时必填）(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同意变更(&amp;G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同意(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再取一次(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证打不开，文件可能损坏。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::CaptureDialog</name>
    <message>
        <source>手机采集</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采集链接的二维码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制链接(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换一个链接(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭(&amp;X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请考生用手机扫码，在打开的页面上拍照或选择照片。链接只对这一份有效，用过即失效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在取得链接…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的岗位不能采集这份档案。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有给出链接，请换一个链接再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>有效至 %1，还可上传 %n 次。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✔ 已采集，照片已进入档案。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次数已用完，请换一个链接。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生已打开页面，正在等照片。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等待扫码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步已暂停：先恢复同步。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂时问不到考生的进度，正在再问。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>链接已过期，请换一个链接。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ChangeDialog</name>
    <message>
        <source>申请变更考生类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更为哪一种考生类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证的种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已选的凭证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>添加凭证(&amp;F)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请理由（必填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更为(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由（必填）(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提出申请(&amp;G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不需要凭证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择凭证文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片 (*.jpg *.jpeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>；</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPG 图片</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::Coach</name>
    <message>
        <source>① 按 %1 看下一项：材料、问题、照片。每项看过才能通过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>② 都看过了，没有问题：按 %1 通过，自动打开下一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>③ 这份有问题：按 %1 退回补正，按 1 选原因，回车发出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 份已决定，用时 %2 秒。就是这样审核的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键卡片(&amp;Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续体验(&amp;Y)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::CommandPalette</name>
    <message>
        <source>命令面板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要做什么，或找谁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要做什么，或找谁：文字、拼音首字母、报名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这样的命令或人。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::CompareWindow</name>
    <message>
        <source>比较</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一起缩放和移动(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一起缩放和移动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缩小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>放大</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>左转</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>右转</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>左边的图片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>右边的图片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（更正前）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片无法显示。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取 %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一个文件：两份档案里的图片逐字节相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机检认为这两张图片相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看起来是同一张图片：相似度 %1 %（%2 位特征里有 %3 位不同）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭（Esc）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×%2 像素</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ConflictPane</name>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我的决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>我的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲突与争议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>差别：决定时、我的、现在</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先在上面选一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的决定没有按原样生效。知道了：以现在的为准，您的决定留在记录里；照原样重做：在现在的档案上再作一次同样的决定；打开：重新看过再定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两个人对同一份档案的决定不同，两个都保留着。督导打开档案作出裁决；谁参与过争议，谁就不能裁决。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有冲突，也没有待裁决的争议。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有冲突，也没有争议。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ConnectDialog</name>
    <message>
        <source>连接服务器</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记这台电脑(&amp;E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>例如 server.example:8443</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器地址(&amp;A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理：跟随系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理：不用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理：HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理：SOCKS5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理端口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理用户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证书指纹（与服务器打印的逐段比较）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已逐段核对，一致(&amp;Y)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已逐段核对，一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记码(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑的名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑叫(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查中…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑上的数据放在新的文件夹里，加密存放；本机已有的数据不并入，也不因此加密。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ConnectWords</name>
    <message>
        <source>1 域名解析</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 网络连通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 安全连接</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 服务应答</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 时间核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正常，相差 %1 秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请核对指纹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与服务器启动时打印的指纹逐段比较，一致才能继续。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相差 %1 秒，超过 5 分钟不能登录：请先校准这台电脑的时间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记码不对、用过了或已过期。登记码一天内用一次，请向管理员要新的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试得太快，请等几秒再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登记成：%1%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::DecisionBar</name>
    <message>
        <source>通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::Desktop</name>
    <message>
        <source>演示数据：全是虚构的人，可以随便试，永远不会与真实数据混在一起</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作台</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开数据文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打不开这个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在打开数据…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在生成演示数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演示数据没有生成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机 · 离线可用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文件夹不能写入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 正在电脑 %2 上使用这个文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>为了不丢失任何人的决定，同一文件夹同时只能由一个程序写入。可以只读打开来查看，或取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹正在使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只读打开(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次没有正常退出。决定都已保存；已回到当时的位置，没写完的内容也找回来了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次没有正常退出。决定都已保存；已回到当时的位置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只读</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>视图：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 %1 条被改动过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志读不出来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份数据现在只能看，不能再作决定。请用 zsb-check verify-log 查明，从备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有登记审核人：决定会记在“本机审核员”名下。请在 文件 → 审核人 里写上姓名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>如果那台电脑上的程序是异常退出的（断电、崩溃），锁会留下来：确认那边没有人在用以后，手工删除这个文件夹里的 %1，再打开一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试用服务：本机上的服务，全是虚构的人，与演示数据和真实数据都不相干</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有按文件登记成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑的密钥没有保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有建成数据文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线登录，有效至 %1。连上服务器后请登录，决定才会发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还要先登录服务器。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有领到，也没有归还：服务器没有答应。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有更多可领取的了，归还的已归还。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>已领取 %n 份，图片正在取到本机。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>先打开一份档案。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手机采集要先登录服务器。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的岗位不采集照片。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份数据是加密存放的，打开它的密钥现在取不到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>系统的密钥环锁着或没有应答：请解锁密钥环，再打开一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 里的密钥文件别人也能读，所以没有用它：请改成只有本人可读（0400），再打开一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请用登记时的系统账户打开；密钥在系统的密钥环里或在 %1 里，season.keys 在数据文件夹里，移动或恢复备份时要一起放好。密钥丢了就打不开，服务器上的不受影响：请重新连接服务器。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密钥或 season.keys 已损坏：请从备份恢复，或重新连接服务器。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连上服务器后取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张图片的原图在本机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 项没有发送，是按旧规则作的：先立即同步，发完再换。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>服务器的规则包要用新版程序才能读。请先更新程序；现在作的决定会被退回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用的就是服务器的规则包。</source>
        <translation></translation>
    </message>
    <message>
        <source>离线时不能领取新的，除非用离线包；已领取的照常审。</source>
        <translation></translation>
    </message>
    <message>
        <source>已经登录。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ErrorWords</name>
    <message>
        <source>没有找到所需的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请确认文件或文件夹仍在原处，然后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法读写文件或设备。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请检查磁盘空间、权限以及文件是否被其他程序占用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容不符合格式。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请换一个文件，或联系提供文件的人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他人已先作了修改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请刷新后再看，再决定一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方没有应答。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请检查网络；已领取的档案仍可离线审核。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不允许这样做。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请查看说明中的原因，或请督导处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有改动任何内容，可以重新开始。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序内部出错。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请复制详情并交给维护人员。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::FilmStrip</name>
    <message>
        <source>材料与照片</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::FindingDelegate</name>
    <message>
        <source>依据 %1：“%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter 看出处，再按认定 · Del 排除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已认定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已认定：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已排除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已排除：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提示，不用处理 · Enter 看出处</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::FindingsModel</name>
    <message>
        <source>错误，未处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提示，未处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已认定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已排除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：%2（依据 %3）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2：“%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提示，不用处理</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::FindingsPane</name>
    <message>
        <source>机检问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机检没有发现问题。请逐项核对材料与照片。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>机检问题 %n 项，未处理 %1 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>机检提示 %n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1；提示 %n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zsb::FormModel</name>
    <message>
        <source>项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::FormPane</name>
    <message>
        <source>填报信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只看问题 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只看 %1，再按显示全部</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::HistoryModel</name>
    <message>
        <source>规则包 %1
校验 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，%2：%3。%4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::HistoryPanel</name>
    <message>
        <source>历史：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>历史</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::HomePage</name>
    <message>
        <source>%1：%2 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读不到档案数量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入名册与材料(&amp;I)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最近决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有档案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入一份名册和材料文件夹，或打开另一个数据文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 %1 份待审</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有待审的档案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 %1 份档案 · 今日已决定 %2 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续审核(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查看队列(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最近决定(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有决定。审完的档案会列在这里，双击可以再打开。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ImageViewer</name>
    <message>
        <source>材料图片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ImportPage</name>
    <message>
        <source>导入名册与材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>列的对应</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表中的列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>字段</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已入库：新增 %1，变更 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件夹(&amp;M)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV、XLSX 或 XLS；列名用中文名、字段名或学籍代码都可以</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片和材料所在的文件夹；不选则与名册同一文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新增</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>相同</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试算(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入库(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择名册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表格 (*.csv *.xlsx *.xls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择材料文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从一份名册开始</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先选名册文件，看列的对应，再试算；试算不改动任何数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件(&amp;C)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取表头…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去审核(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>去审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>试算只数数、只找问题，不改动任何数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有误的行不会入库；其余的行在一个事务中一次入库。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可入库的行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已入库。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表中没有的字段：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 行，共 %2 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消，没有改动任何数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入没有成功</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择文件(&amp;B)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演示数据只能试算；真实数据请用「文件 → 导入」。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有问题，每一行都已入库。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有发现问题，每一行都可以入库。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有发现问题；每一行都与已有的档案相同，不必入库。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::KeyCard</name>
    <message>
        <source>审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 1–8 步的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单个字母、数字和小键盘不必切换输入法；正在输入文字时它们只是文字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加上或去掉标签 1–9</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::KeyEditor</name>
    <message>
        <source>快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>操作</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>操作和快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>方案(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>方案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自定义</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入方案(&amp;I)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出方案(&amp;E)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新的快捷键(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新的快捷键</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复默认(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存(&amp;V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 被输入法或系统占用，程序收不到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 与「%2」重复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先改掉有问题的快捷键。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选一项，在下面按新的快捷键；单个字母是审核面板的固定键，不在这里改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出方案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>快捷键方案 (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写不了这个文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入方案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这不是快捷键方案，没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题：没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>问题：%n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zsb::KeyScheme</name>
    <message>
        <source>标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>左手（右手用鼠标）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::LeaseDialog</name>
    <message>
        <source>领取一批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取后别人不会同时审这些档案；它们的图片会先取到本机，断网也能审。到期没有审完的自动归还。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 分钟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 小时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 小时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>36 小时（带走审）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多久</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份数(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多久(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取(&amp;G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::LinePane</name>
    <message>
        <source>按流量计费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总是</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从不</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片限速</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> KB/秒</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自动（系统没有说，按不计费）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自动（现在计费）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>自动（现在不计费）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只先取预览；原图在打开档案时取，或按“取原图”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先取预览，再取原图；没有网络也能审。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::LockDialog</name>
    <message>
        <source>取消口令(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>锁定设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>锁定时窗口全部遮住，后台任务继续，撤销时间照常走。设了口令，重新启动也要输入。口令只保存加盐的散列；忘记时由本机管理员在设置文件里删去 lock 一节。它不加密数据文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无人操作后锁定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> 分钟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不自动锁定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在的口令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新口令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至少 %1 位；不填则不改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令错了多次，请等 %1 秒再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在的口令不对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令至少 %1 位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两次输入的口令不一样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令没有保存。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::LockScreen</name>
    <message>
        <source>已锁定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据都已保存，后台任务继续。输入口令回到刚才的位置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据都已保存，后台任务继续。没有设置口令：这里只是遮挡，任何人都能继续。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>解锁(&amp;U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续(&amp;U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>解锁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令不对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令错了多次，请等 %1 秒再试。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::MainWindow</name>
    <message>
        <source>专升本报名与资格审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题(&amp;M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语言 Language(&amp;G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核(&amp;R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已复制诊断信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排序(&amp;O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专升本报名与资格审核（已锁定）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步(&amp;S)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::MajorDialog</name>
    <message>
        <source>代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本科专业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专业类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>招考类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专业课</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择拟报本科专业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下面是这个专科专业可以报的本科专业；招考类别由专业决定，不用另选。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目录里没有这个专科专业，下面列出全部本科专业，请核对后再选；招考类别由专业决定，不用另选。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按代码或名称查找专业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代码或名称(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可以选择的本科专业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选定(&amp;G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>可选 %n 个专业。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>没有这样的专业，或这个专科专业不能报。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（报名号 %2），专科专业：%3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::MaterialsModel</name>
    <message>
        <source>%1，必交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，选交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>，已看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>，未看</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2（%3）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::NotePanel</name>
    <message>
        <source>%1  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>常用说明，按数字直接采用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按数字采用常用说明，或在此输入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明（可不填）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请写明理由。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::NoticeBar</name>
    <message>
        <source>知道了</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::NoticesPane</name>
    <message>
        <source>序号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生须知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>档案现在的状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器的通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在取服务器的通知…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有人作了与您不同的决定，待督导裁决</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有人作了与您相同的决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>督导已裁决您参与的争议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录服务器后才有服务器的通知。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有取到服务器的通知：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑上没有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有给您的通知。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>服务器给您的通知 %n 条，新的在前。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>先选中一条服务器的通知。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器给您的通知 %1 条，未读 %2 条，新的在前。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ParcelPane</name>
    <message>
        <source>离线包口令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令(&amp;W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导出。把文件和口令分开交给管理员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打不开：口令不对，或不是这台服务器签名的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收进。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑的签名公钥（管理员核对后才会接受）：
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑没有签名密钥。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口令至少 %1 个字符。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导出离线包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线包 (*.zsbp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收进离线包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网络到不了的地方用文件收发：把待传的决定和图片导出成一个加密文件，带到服务器那边；再把服务器给的回包收进来。手上档案的图片随回包一起来。丢了或重复收进都不要紧。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不领取</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>随回包领取几份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取的岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还手上的(&amp;K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还手上的档案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料先带预览(&amp;Q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预览小，先装进回包；原图有地方才装，没装下的下一个回包再来。只有预览不能通过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料先带预览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取(&amp;J)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有收进：这个回包是更新版本的程序做的，请先更新这台电脑上的程序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器从备份恢复过：请再导出一个离线包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>收到图片 %n 张。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 张没有装下，下一个回包再来。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 张没有收到，原因在日志里。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 个文件服务器没有收下，原因在大文件里。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>收到预览 %n 张。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zsb::PlainTable</name>
    <message>
        <source>未读，%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::PortraitPane</name>
    <message>
        <source>照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>偏亮</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>方框：头部；两眼之间的线：眼睛；虚线：中线和三分线；底色越深，背景离白色越远</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>背景离白色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>脸上偏亮 %1 处</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::PortraitStudies</name>
    <message>
        <source>副本无法写入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片无法读取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这张照片不能这样制作副本：%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::Prompts</name>
    <message>
        <source>位置：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名称(&amp;N)：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类型：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选定(&amp;O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ProofCourier</name>
    <message>
        <source>凭证没有取到：%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录服务器后才能取凭证。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步已暂停，继续后才能取凭证。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证还没有取到。%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::QueueModel</name>
    <message>
        <source>%1，%2，%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，错误 %2 项，提示 %3 项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，期限 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，标签 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::QueuePane</name>
    <message>
        <source>查找考生</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音首字母、证件号码后六位或报名号。F3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>队列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生类型筛选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审队列</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里没有文件。
换一个队列，或清除查找条件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名/拼音/证件后六位/报名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号，回车跳到那一份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跳到编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签筛选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据加密存放：姓名从姓写起，全拼或首字母写全，证件号码后六位或报名号。F3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里没有文件。
换一个队列，或清除查找条件。
加密的数据按从姓写起的姓名、写全的拼音或首字母查找。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名/全拼/首字母/证件后六位/报名号</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ReasonDelegate</name>
    <message>
        <source>机检提示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（← → 换，共 %2 项）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ReasonsModel</name>
    <message>
        <source>已选：%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ReasonsPanel</name>
    <message>
        <source>退回补正：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>直接按 1–9 选，或输入编号、拼音首字母、文字查找</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补充说明（写给考生，不超过 200 字）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补充说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正期限(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号后四位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知单预览</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至少选一项原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所选原因要写补充说明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请输入报名号后四位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>输入报名号后四位确认(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正到 %1为止</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::RecentModel</name>
    <message>
        <source>%1：%2 %3。Enter 再打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，Del %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，%2 %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::RecentStrip</name>
    <message>
        <source>最近决定</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ReviewController</name>
    <message>
        <source>第 %1 次提交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正期限 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>共 %1 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 份，共 %2 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一份 %1 秒，本次 %2 份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销（还有 %1 秒）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有打开的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未看：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>、</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 个问题未处理</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>；</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已记录：%1。Ctrl+Z 撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连续 %1 份都在 %2 秒内通过，请确认每项都看清了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已认定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已排除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤销，请重新决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审（全部）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待初审</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待复审</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审，机检有问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑与争议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部考生类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有报名号 %1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已是最后一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已是第一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>已领取 %n 份。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>已归还，别人可以领取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已送复审</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可以撤销的决定。决定后 %1 秒内可以撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>前一级已经通过：这个决定不直接生效，作为争议交另一人（督导）裁决。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过是最终决定，已缴费用将退还。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能通过：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已记录：%1。前一级已通过，交督导裁决。Ctrl+Z 撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文件夹正由别处使用，这里只能看，不能改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可以撤销的决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按期限排序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按报名号排序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按姓名排序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有同名的视图。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已保存视图“%1”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>视图已改名为“%1”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已删除视图“%1”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（看清后按空格）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找结果（不限队列）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已加标签：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已去掉标签：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有任何标签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不按标签筛选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（报名号 %2）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是测量提示，只供参考，不用认定或排除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份档案没有照片。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已制作合规格的副本：%1。原照片不变。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 审核中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里没有文字识别，只标出页面和印章。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原图没有取到：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原图正在取回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原图未下载</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看预览不算看过，%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片还在服务器上，正在取到本机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片还在服务器上，连上后自动取到本机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片还在服务器上，正在取到本机。领取这份档案后，图片会提前取好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片还没有取到本机：连上服务器后领取这份档案。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ReviewPage</name>
    <message>
        <source>照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有打开的文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2  %3（%4）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片无法显示，不能算作看过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取 %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本队列已审完</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>本次共决定 %n 份。可以换一个队列，或按 F5 刷新。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>先完成或取消右侧的填写（Esc）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各项已看，没有未处理的错误，可以决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能通过：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑上报：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>交给复审或督导决定。写清疑点，接手的人不必从头看起。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料真伪需向发证单位核实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片与证件是否为同一人存疑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>学籍信息与材料不一致，需核查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>情况特殊，请复审定夺</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与材料核对，问题属实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与考生核实，问题属实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排除问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与材料原件核对无误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>机检误判，人工看过无误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已与考生电话核实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>学校已出具证明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找结果里没有待审的了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清空查找框（F3）就回到队列。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份档案只有一张图片，没有可比较的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没写完的留在原来那份文件里，回到它时接着写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文件刚被改动，请再核对一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个问题已经不存在。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1。不能算作看过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2  %3  预览，%4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ReviewRows</name>
    <message>
        <source>待复审</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>他人审核中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>是</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>否</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>招考类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专业课科目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无记录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>须知同意</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份采集</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审批结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×%2，%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必交材料没有上传。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有照片。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ≤ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 &gt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人、正面、免冠、白底</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>眼镜、头发、光线请人工确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>、</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（报名号 %2）：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yyyy年M月d日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>你的报名未通过资格审核，原因如下：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（选了原因，这里就会列出。）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建立报名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同意考生须知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择考生类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填报信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上传材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上传照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记身份采集</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记缴费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认登记表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交审批</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>看过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理机检问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请变更类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复变更申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更考生类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择拟报专业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>更改考点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记归档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>屏幕上看过：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认定：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排除：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1；%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>你的报名需要补正，请在 %1（含当日）前一次改好下列各项：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2：%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n 项</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>头高占比 %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>两眼倾斜 %1°%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有特征点模型，头部和光线请人工确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有找到正面人脸，请人工确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>眼镜、头发、化妆请人工确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：与填报一致（%2）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：没有读出，填报 %2，请人工核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：没有读准，读作 %2，填报 %3，请人工核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：读作 %2，填报 %3，请核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>页面边缘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公章</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>蓝色印章</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>方形印章</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：墨色 %2，完整 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（与先前的决定一致）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（与先前的决定不同）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到中心服务的最新状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>头肩占比 %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（约 %1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>背景亮度 %1/255%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>眼镜评分 %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>眼镜边缘合计 %1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>眼镜局部边缘 %1%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ReviewWords</name>
    <message>
        <source>填报中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>争议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑上报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未缴费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费处理中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已缴费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退款中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已退款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>订单已过期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名数据里写了文件名，但没有这个文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件是空的（0 字节）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件内容不是图片。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片不完整，后半部分缺失。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图片已损坏。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>整份材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M月d日 HH:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M月d日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 字节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文件已不在数据库里，请刷新队列（F5）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库读写失败，决定没有记录。请检查磁盘空间与权限后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据内容有误，决定没有记录。请在“关于与诊断”中核对数据库。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方没有应答，请稍后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>此操作不被允许。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序内部错误，决定没有记录。请重试；仍不行时导出诊断信息。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这份报名，请刷新队列（F5）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份报名已经存在。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文件刚被改动，已重新载入，请再核对一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包已更换，请重新载入后再决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登录的审核人，不能决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经这样处理过了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不在规定时间内（%1 至 %2）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正期限 %1 已过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>补正期限必须在现在之后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生还没有阅读并同意考生须知。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有选择考生类型。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包里没有这个考生类型。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要改的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个考生类型不填“%1”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”选定后不能更改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”没有要求补正，不能改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”还没有补正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包里没有这种材料。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个考生类型不交“%1”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”没有文件内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”里没有这个文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必填项“%1”没有填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必交材料“%1”没有上传。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有照片。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有完成身份采集。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生还没有确认报名登记表。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有缴费。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在不需要缴费。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费状态不能这样变化。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额与应缴费用不符。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>订单号不符。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有应退的费用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本环节由“%1”决定，您的角色不能处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另一位审核人正在审，到 %1 为止。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先领取这份文件（Ctrl+G）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有“%1”这一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”的内容已变，请重新看过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未看：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个问题已经不存在，请刷新（F5）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>问题未处理：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已认定的问题：%1，只能退回补正或不通过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请写明理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>至少选一项原因。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包里没有这个原因编号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因 %1 要写补充说明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因 %1 不能用在“%2”上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑或争议的文件要给出明确结论，不能再存疑。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有可以撤销的决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这不是您的决定，不能撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已过撤销时限（%1），决定已生效。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文件之后又有了新的处理，不能撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则包里没有这种类型变更。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文件不能作这种类型变更。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类型变更申请正在处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有类型变更申请。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拟报本科专业在报名时已经选定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专业目录里没有“%1”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”不在专科专业的对应范围内。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考点所在盟市选定后不能更改。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这个考点。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个考生类型没有归档路线。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这个归档步骤。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归档步骤要按顺序登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑</source>
        <comment>state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回补正</source>
        <comment>state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过</source>
        <comment>state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>名册导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文件的状态是“%1”，不能这样处理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未完成的步骤</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>须由另一个人决定：前一次是您本人审的。换人：文件 → 审核人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在写入别的数据（例如正在入库），这一步没有记录。请稍后再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不是文件，而是管道、设备或文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，这里打不开，请存成 JPG。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ReviewerDialog</name>
    <message>
        <source>审核人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名记在每一个决定旁边。初审和复审须是两个人：换人时在这里改姓名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>审核人姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>就用这个名字(&amp;U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::SeasonGate</name>
    <message>
        <source>这个账号现在不能离线登录：没有在这台电脑上登录过，或已超过期限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码不对。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::SignInDialog</name>
    <message>
        <source>登录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用户名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>动态码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>验证器里的 6 位数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用户名(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码(&amp;P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>动态码(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登录(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线登录(&amp;O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑还没有和它联系过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次联系：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在联系服务器…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 可以离线登录，有效至 %2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 这个账号还不能离线登录：先联网登录一次；离线期限是 7 天。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>验证题的答案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>验证题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答案(&amp;A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答案不对，或已过期。请回答新的验证题，再输入新的动态码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>错了几次：请先回答验证题，再输入新的动态码。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::StateWidget</name>
    <message>
        <source>进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复制详情(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2（编号 %3）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重试(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::Stepper</name>
    <message>
        <source>已完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进行中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未开始</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受阻</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 步 %2，共 %3 步，%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名步骤</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::StoreImport</name>
    <message>
        <source>既没有报名号也没有证件号码，不知道是谁。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同一份档案在表中已出现过，只取第一行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>档案在本机已往前走（已审、已锁定或被领取），不能再由名册改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生类型不认识，作为草稿入库，不进入审核。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单元格里的内容已经丢失，整行不导入；请改正原表再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生类型不认识，整行不导入，库中保持原样。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号相同，但姓名和证件都是另一个人，整行不导入；请核对报名号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所列的材料文件找不到；保留先前导入的那一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费状态或金额读不懂；保留先前记录的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>所列的文件 %1 读不出来。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空白的单元格保留先前导入的内容；要删去请在程序中修改。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::SyncController</name>
    <message>
        <source>对账要先登录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已按原来的决定重新记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>档案已经变了，不能照搬：请重新看过再决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤销，不会发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经撤不回来了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次联系 %1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>手上有 %1 份，最早 %2 到期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待上传 %1 个文件，共 %2；已领取的档案还有 %3 张图片没有取到本机。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有记录下来（%1）。请再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要上传的都已上传；已领取的档案，图片都在本机。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::SyncHint</name>
    <message>
        <source>服务器换用了新的规则包，按旧规则作的决定会被退回。先把待传的发完，再用 同步 → 换用新规则包 换上（要重新登录一次）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器用的规则包与这台电脑的不同，又取不到：决定会被退回。请告诉管理员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>这台电脑的时间比服务器慢 %n 分钟：请先校时。期限以服务器的时间为准。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>这台电脑的时间比服务器快 %n 分钟：请先校时。期限以服务器的时间为准。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zsb::SyncPage</name>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在的状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发生了什么</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>怎么办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步的各页</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发件箱</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收件：最近变动的档案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲突</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步日志</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网络诊断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>把这里每一份档案的版本与服务器逐份比较。一致才算都送到了；季末封存前要对一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待上传的文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这次还没有对过账。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲突 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未检查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有还没发送的决定能撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生账号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通知 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有要发送的：这里说明每个决定送到了没有。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有收到服务器的变动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有待上传的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有记录。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::SyncPill</name>
    <message>
        <source>同步：%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::SyncRows</name>
    <message>
        <source>M月d日 HH:mm:ss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填报中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待审</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>争议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已撤销，没有发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已发出，等回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待重试：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待发送（保留到 %1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待发送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待督导裁决</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（%1：%2）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原来的</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>换过了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>谁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待传</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有对成：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一致：服务器确认 %1/%1 份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不一致：服务器有 %1 份；这里缺 %2 份，那边缺 %3 份，版本不同 %4 份。正在同步，稍后再对一次。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::SyncWords</name>
    <message>
        <source>已同步</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步中 %1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已暂停</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线 · 待传 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需处理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这里的都已送达，那边的都已收到。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还有 %1 项待传；决定要先保留几秒，期间可以撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在接收。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已暂停：决定照常保存在本机，继续后再发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 已领取的档案照常审核，决定都保存在本机，连上后自动发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器不可信，已停止同步：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要登录：登录后继续收发，本机的决定都还在。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有决定没有按原样生效，请到“同步 → 冲突”里看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有问题。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到服务器的名字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有应答，或线路断了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连接不安全，已拒绝。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代理服务器不放行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应答的不是我们的服务器，可能是上网认证页。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>需要重新登录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对方拿不出服务器的签名，或这台电脑没有登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器不接受其中一项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器忙或有故障。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器空间不足。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机磁盘空间不足，或数据库写不进去。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>核对地址的拼写；请网络管理员把服务器的名字加进 DNS。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认服务已启动、端口没写错；请网络管理员在防火墙放行这个端口。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不要继续。核对电脑时间；向管理员核对证书指纹，可能换过证书，也可能有人在中间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填写代理的地址、用户和密码，或请网络管理员让这台服务器不走代理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先在浏览器里完成上网认证，再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重新登录；电脑时间与服务器相差超过 5 分钟时也进不去，请先校时。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不要继续。把情况告诉管理员：服务器可能被替换，或这台电脑的登记已被撤销。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在“冲突”里看是哪一项；版本太旧时请先更新程序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序会自己再试；持续不好时告诉管理员。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>告诉管理员清理或扩充服务器的磁盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>清理本机磁盘；空间不足 250 MB 时不再下载图片，决定仍然发送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用户名、密码或动态码不对。动态码 30 秒换一次，每个只能用一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>错了太多次，这个账号暂时锁定。请过几分钟再试，或请管理员重置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器不认识这台电脑：登记没有完成，或已被撤销。请管理员发新的登记码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑的时间不准。请先校时，再登录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器要求验证码。请过几分钟再试，或请管理员重置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有让您登录。请再试一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与别人一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有争议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>档案已变</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不再适用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未被接受</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无此权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号冲突</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退回补正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不通过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存疑上报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>裁决</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>归还</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已看材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>处理问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>材料</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>照片</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提交</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>同步已启动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出了问题：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连接正常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已登录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有登录上：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已退出登录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已继续</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到 %1 份档案的变动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>领取或归还的回答：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对账：一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对账：不一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一张图片没有取到：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已导出离线包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已收进离线包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离线包没有收进</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生账号：已办理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生账号：没有办成（%1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择拟报专业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请变更类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复变更申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有这个文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>您的岗位不能取</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这台电脑的磁盘空间不够</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器的空间满了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收到的不是这个文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有给（%1）</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::TagChips</name>
    <message>
        <source>标签：%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::TagWords</name>
    <message>
        <source>标签 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>、</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::TagsPanel</name>
    <message>
        <source>标签</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>关闭  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数字或空格加上、去掉，F2 改名。标签只有自己看得见，不是审核决定，不会上报或导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标签名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，已加上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1，没有加上</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::TaskWords</name>
    <message>
        <source>已选：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>专科：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（以通知为准）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有接受（%1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务器没有接受：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>有 %n 名考生要选择拟报本科专业。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>没有要选择拟报本科专业的考生：已通过审批、报名时没有选专业的才在这里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只列出了一部分，请用查找缩小。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可变更为：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>、</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等待答复：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已变更：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有同意（%1）：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（报名号 %2），现在是：%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请变更为“%1”（%2）。%3 由 %4 提出，理由：%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> 或 </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请不需要凭证。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请时要出示：%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有的材料和信息够用，不用补交。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更后还要补：%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由审核人答复，同意前类型不变。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提出后立即变更，档案回到填报，重新提交后从头审批。</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>有 %n 份变更申请等待答复。</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>没有等待答复的变更申请。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::TasksPane</name>
    <message>
        <source>报名号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>事项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截止</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>考生待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哪一种待办</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>选择拟报专业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按姓名、拼音、报名号或证件后六位缩小</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名、拼音、报名号或证件后六位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待办(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>查找(&amp;N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先选中一名要选专业的考生。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由院校登记员或旗县招生办代考生选择。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先选中一名考生。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已记录：%1。服务器的回执看“进度”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更考生类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复变更申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先选中一名可以变更类型的考生。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由院校登记员或旗县招生办代考生申请。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由审核新类型的人或督导答复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>先选中一份等待答复的申请。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证不是合格的图片：要 JPG，不能太大或损坏。请重新选择。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>凭证文件读不出来：请重新选择。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请已记录。服务器的回执看“进度”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>答复已记录。服务器的回执看“进度”。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::TitleStrip</name>
    <message>
        <source>离开演示(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::ViewsPanel</name>
    <message>
        <source>我的视图</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现在的条件：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>视图名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>给现在的条件起个名字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保存视图  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>改名  Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请写名称。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再按一次 Del 就删除这个视图。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已有同名的视图，保存会替换它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有保存过视图。视图只有自己看得见。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter 打开，F2 改名，Del 删除。视图只有自己看得见。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zsb::WelcomePage</name>
    <message>
        <source>专升本报名与资格审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在一台电脑上登记、核对和审核每一份报名档案；不连网络也能用，每个决定都可追溯。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语言</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>语言 Language(&amp;L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>浅色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>深色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主题(&amp;T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>体验演示数据(&amp;D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一分钟学会审核：60 份虚构档案，随便试，不影响真实数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开数据(&amp;O)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打开本机上已有的数据文件夹，接着上次的地方继续。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入(&amp;I)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从 CSV 或 Excel 名册和材料文件夹建立新的数据；先试算，再入库。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取消(&amp;C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（%2/%3）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：%2%3（编号 %4）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>连接服务器(&amp;S)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>用管理员给的地址和登记码连接；断网也能审，连上后自动收发。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
