<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Desk</name>
    <message>
        <source>Check the disk and the folder&apos;s permissions.</source>
        <translation>请检查磁盘和文件夹权限。</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made.</source>
        <translation>文件夹 %1 无法创建。</translation>
    </message>
    <message>
        <source>Check its name and permissions.</source>
        <translation>请检查名称和权限。</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be written: %2.</source>
        <translation>文件夹 %1 无法写入：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; failed: %2.</source>
        <translation>“%1”失败：%2。</translation>
    </message>
    <message>
        <source>See what it says above.</source>
        <translation>请看上面的提示。</translation>
    </message>
    <message>
        <source>The tickets of this seed are on the desk already.</source>
        <translation>这个种子值的工单本工位已有。</translation>
    </message>
    <message>
        <source>Choose another seed.</source>
        <translation>请换一个种子值。</translation>
    </message>
    <message>
        <source>There is no desk in %1.</source>
        <translation>%1 中没有工位。</translation>
    </message>
    <message>
        <source>Found one with &quot;griddeskctl --desk %1 init&quot;, or name another folder.</source>
        <translation>请用“griddeskctl --desk %1 init”新建，或指定其他文件夹。</translation>
    </message>
    <message>
        <source>There is already a desk in %1.</source>
        <translation>%1 中已有工位。</translation>
    </message>
    <message>
        <source>Open it, or found the company in another folder.</source>
        <translation>请打开它，或在其他文件夹新建单位。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请换个位置。</translation>
    </message>
</context>
<context>
    <name>NoticeWords</name>
    <message>
        <source>grid %1</source>
        <translation>网格 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new notices</source>
        <translation>
            <numerusform>%n 条新通知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>With</source>
        <translation>当前处理</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>第几轮</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>派给我的</translation>
    </message>
    <message>
        <source>My grid</source>
        <translation>我的网格</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将超时</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>To visit</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>待接单</translation>
    </message>
    <message>
        <source>Slips not returned</source>
        <translation>单据未交回</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Grid check</source>
        <translation>网格核实</translation>
    </message>
    <message>
        <source>Dispatch and repair</source>
        <translation>派单维修</translation>
    </message>
    <message>
        <source>Self-check and confirm</source>
        <translation>自检确认</translation>
    </message>
    <message>
        <source>Return visit</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Typed in by %1</source>
        <translation>录入人：%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>That is no time.</source>
        <translation>这不是时间。</translation>
    </message>
    <message>
        <source>Write it as %1.</source>
        <translation>请写成：%1。</translation>
    </message>
    <message>
        <source>I answer for</source>
        <translation>我负责的</translation>
    </message>
</context>
<context>
    <name>TimeWords</name>
    <message>
        <source>%1 late</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>不到1分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1小时%2分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1天%2小时</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Nothing is overdue.</source>
        <translation>没有超时工单。</translation>
    </message>
    <message>
        <source>Nothing is due in the next two hours.</source>
        <translation>两小时内没有到期工单。</translation>
    </message>
    <message>
        <source>Everything is accepted.</source>
        <translation>都已接单。</translation>
    </message>
    <message>
        <source>All slips have come back.</source>
        <translation>单据都已交回。</translation>
    </message>
    <message>
        <source>Nobody waits for a call.</source>
        <translation>没有等待回访的客户。</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>%1 无法写入。</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>List of tickets</source>
        <translation>工单列表</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n件工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DeskJoiner</name>
    <message>
        <source>&quot;%1&quot; is no address of a desk.</source>
        <translation>“%1”不是工位地址。</translation>
    </message>
    <message>
        <source>Write it as the other desk shows it, such as 192.168.1.20:47000.</source>
        <translation>请照对方工位显示的样子填写，例如 192.168.1.20:47000。</translation>
    </message>
    <message>
        <source>A character of the code is mistyped.</source>
        <translation>邀请码有一个字符输错了。</translation>
    </message>
    <message>
        <source>This is no code of an invitation.</source>
        <translation>这不是邀请码。</translation>
    </message>
    <message>
        <source>It has seven groups of five characters; compare them with the invitation.</source>
        <translation>邀请码共七组，每组五个字符；请与邀请单核对。</translation>
    </message>
</context>
<context>
    <name>app::DeskOnline</name>
    <message>
        <source>The desk can&apos;t be read.</source>
        <translation>无法读取本工位的数据。</translation>
    </message>
    <message>
        <source>Try again; nothing was changed.</source>
        <translation>请重试；未作任何更改。</translation>
    </message>
</context>
<context>
    <name>app::DeskStart</name>
    <message>
        <source>New tickets carry the letter %1 in their numbers.</source>
        <translation>新工单的编号改用字母 %1。</translation>
    </message>
    <message>
        <source>The database that was there before is kept: %1</source>
        <translation>原来的数据库已保留在：%1</translation>
    </message>
    <message>
        <source>The desk opens as on the day of the backup.</source>
        <translation>工位的打开方式与备份当天相同。</translation>
    </message>
    <message>
        <source>Restoring %1</source>
        <translation>正在恢复 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The desk is back.</source>
        <translation>工位已恢复。</translation>
    </message>
</context>
<context>
    <name>app::DeskWindow</name>
    <message>
        <source>The draft could not be kept</source>
        <translation>草稿没能保存</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Returned slips</source>
        <translation>交回单据</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Overdue tickets</source>
        <translation>超时工单</translation>
    </message>
    <message>
        <source>Tickets due soon</source>
        <translation>即将超时的工单</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>我的工单</translation>
    </message>
    <message>
        <source>Tickets to accept</source>
        <translation>待接单的工单</translation>
    </message>
    <message>
        <source>The file was not kept</source>
        <translation>文件没能保存</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened</source>
        <translation>文件无法打开</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>The list was not exported</source>
        <translation>列表没能导出</translation>
    </message>
    <message>
        <source>The backup of the day could not be made</source>
        <translation>当天的备份没有做成</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Registers</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Accounts and rights</source>
        <translation>账号权限</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Backups and keys</source>
        <translation>备份与密钥</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>权限一览表</translation>
    </message>
    <message>
        <source>The copy was not made</source>
        <translation>未能生成副本</translation>
    </message>
    <message>
        <source>Copy for the person.pdf</source>
        <translation>个人信息副本.pdf</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>%1 opens the page Desks</source>
        <translation>按 %1 打开“工位”页</translation>
    </message>
    <message>
        <source>This desk must begin anew</source>
        <translation>本工位需要重新取得记录</translation>
    </message>
    <message>
        <source>Grid map</source>
        <translation>网格地图</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>停供</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>online requests wait</source>
        <translation>网上诉求等待受理</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Planned visits</source>
        <translation>定期走访</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>网上受理</translation>
    </message>
</context>
<context>
    <name>app::DesktopMessage</name>
    <message>
        <source>Griddesk</source>
        <translation>网格受理台</translation>
    </message>
</context>
<context>
    <name>app::NoticeCorner</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Griddesk</source>
        <translation>网格受理台</translation>
    </message>
</context>
<context>
    <name>app::OnlineKeeper</name>
    <message>
        <source>The desk can&apos;t be read.</source>
        <translation>无法读取本工位的数据。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
</context>
<context>
    <name>app::Serving</name>
    <message>
        <source>These are too many addresses.</source>
        <translation>地址太多了。</translation>
    </message>
    <message>
        <source>Name a hundred at most; desks that meet others pass everything on.</source>
        <translation>最多填一百个；工位之间会互相转交。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a desk.</source>
        <translation>“%1”不是工位地址。</translation>
    </message>
    <message>
        <source>Write it as the other desk shows it, such as 192.168.1.20:47000.</source>
        <translation>请照对方工位显示的样子填写，例如 192.168.1.20:47000。</translation>
    </message>
    <message>
        <source>The line can&apos;t be limited to that.</source>
        <translation>不能这样限制发送速度。</translation>
    </message>
    <message>
        <source>Name a number of KiB per second, or none.</source>
        <translation>请填每秒多少 KiB，或者不填。</translation>
    </message>
    <message>
        <source>Other desks can&apos;t call this one: port %1 is in use on this computer.</source>
        <translation>其他工位连不上本工位：端口 %1 已被本机其他程序占用。</translation>
    </message>
    <message>
        <source>It calls them meanwhile. End the program that uses the port, or choose another one; it is tried again by itself.</source>
        <translation>目前由本工位主动去连其他工位。请关闭占用端口的程序，或换一个端口；系统会自动重试。</translation>
    </message>
</context>
<context>
    <name>app::Sitting</name>
    <message>
        <source>Change clerk</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>锁定工位</translation>
    </message>
    <message>
        <source>My password…</source>
        <translation>我的密码…</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>自动锁定</translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes without a key</source>
        <translation>
            <numerusform>无操作 %n 分钟后</numerusform>
        </translation>
    </message>
    <message>
        <source>only when the computer sleeps</source>
        <translation>仅在电脑休眠时</translation>
    </message>
    <message>
        <source>You sign in without a password. You can choose one in the menu under your name.</source>
        <translation>您登录时没有密码。可以在右上角您的姓名菜单里设置一个。</translation>
    </message>
    <message>
        <source>Your password is changed, at every desk.</source>
        <translation>密码已更改，对所有工位生效。</translation>
    </message>
</context>
<context>
    <name>app::online</name>
    <message>
        <source>There is already &quot;%1&quot;.</source>
        <translation>已有“%1”。</translation>
    </message>
    <message>
        <source>Choose another name, or change the one that is there.</source>
        <translation>请换一个名称，或修改已有的那个。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole path.</source>
        <translation>“%1”不是完整路径。</translation>
    </message>
    <message>
        <source>Write it from the root on, or choose it.</source>
        <translation>请写完整路径，或用“选择”按钮选取。</translation>
    </message>
</context>
<context>
    <name>beside</name>
    <message>
        <source>The program that had the desk open was just closed.</source>
        <translation>打开此工位的程序刚刚关闭。</translation>
    </message>
    <message>
        <source>Nothing was changed; do it again.</source>
        <translation>没有任何更改；请再做一次。</translation>
    </message>
    <message>
        <source>Another program listens in the desk&apos;s folder, and it isn&apos;t this desk.</source>
        <translation>工位文件夹里有别的程序在接收操作，但它不是本工位。</translation>
    </message>
    <message>
        <source>End it, then try again.</source>
        <translation>请结束那个程序，再试一次。</translation>
    </message>
    <message>
        <source>The desk is open in version %1 of Griddesk, and this is version %2.</source>
        <translation>此工位正由 %1 版的网格受理台打开，而本程序是 %2 版。</translation>
    </message>
    <message>
        <source>Update the older one, or close it first.</source>
        <translation>请升级较旧的程序，或先关闭它。</translation>
    </message>
    <message>
        <source>The program that has the desk open ended in the middle.</source>
        <translation>打开此工位的程序中途退出了。</translation>
    </message>
    <message>
        <source>The program that has the desk open doesn&apos;t answer.</source>
        <translation>打开此工位的程序没有回应。</translation>
    </message>
    <message>
        <source>Look there whether it was done, before you do it again.</source>
        <translation>再做之前，请先到那边看看是否已经办好。</translation>
    </message>
    <message>
        <source>That is too much to be handed to the program that has the desk open.</source>
        <translation>一次交给已打开工位的程序的内容太多。</translation>
    </message>
    <message>
        <source>Close it first, or do it in smaller parts.</source>
        <translation>请先关闭那个程序，或分几次来做。</translation>
    </message>
    <message>
        <source>The desk is open in another program, which didn&apos;t recognise this one.</source>
        <translation>此工位正由另一个程序打开，它不认可本程序。</translation>
    </message>
    <message>
        <source>Close it, and open the desk again.</source>
        <translation>请关闭那个程序，再打开工位。</translation>
    </message>
    <message>
        <source>The other program sent something that can&apos;t be understood.</source>
        <translation>对方程序发来的内容无法识别。</translation>
    </message>
    <message>
        <source>Update both to the same version.</source>
        <translation>请把两边升级到同一版本。</translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message>
        <source>The option %1 is unknown here.</source>
        <translation>这里没有选项 %1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many.</source>
        <translation>多了一个词“%1”。</translation>
    </message>
    <message>
        <source>The option %1 needs a value behind it.</source>
        <translation>选项 %1 后面要有值。</translation>
    </message>
    <message>
        <source>See: griddeskctl help</source>
        <translation>请查看：griddeskctl help</translation>
    </message>
    <message>
        <source>The option %1 needs a count, not &quot;%2&quot;.</source>
        <translation>选项 %1 要填数量，不能是“%2”。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少：%1。</translation>
    </message>
    <message>
        <source>The name of the bench</source>
        <translation>基准测试名称</translation>
    </message>
    <message>
        <source>A bench needs tickets and rounds, one at least.</source>
        <translation>基准测试的工单数和轮数都至少为1。</translation>
    </message>
    <message>
        <source>One JSON object per line on stdout, messages on stderr. Exit: 0 done, 1 refused, 2 wrong usage, 3 the desk or its files failed.</source>
        <translation>stdout 每行一个 JSON 对象，提示信息写到 stderr。退出码：0 完成，1 被拒绝，2 用法错误，3 工位或其文件出错。</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2%</translation>
    </message>
    <message>
        <source>%1 (%2) Restore a backup, or rebuild where only tables are wrong.</source>
        <translation>%1（%2）请恢复备份；只是数据表有误的，请重建。</translation>
    </message>
    <message>
        <source>%1 can&apos;t take the backup.</source>
        <translation>%1 不能用来存放备份。</translation>
    </message>
    <message>
        <source>Name a file in a folder that is there.</source>
        <translation>请指定现有文件夹中的文件。</translation>
    </message>
    <message>
        <source>It is the desk itself; name another file.</source>
        <translation>这是工位本身，请指定其他文件。</translation>
    </message>
    <message>
        <source>It holds something else; name another file.</source>
        <translation>其中是别的内容，请指定其他文件。</translation>
    </message>
    <message>
        <source>folding</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>The backup&apos;s file</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; doesn&apos;t fit this field.</source>
        <translation>“%1”不符合这个字段的要求。</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>请填整数。</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>请填数字。</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>请填 true 或 false。</translation>
    </message>
    <message>
        <source>Write an id, 32 hexadecimal digits.</source>
        <translation>请填标识：32位十六进制数字。</translation>
    </message>
    <message>
        <source>Write one value.</source>
        <translation>请只填一个值。</translation>
    </message>
    <message>
        <source>Write a time that exists, such as 2018-06-30T14:05.</source>
        <translation>请填实际存在的时间，如 2018-06-30T14:05。</translation>
    </message>
    <message>
        <source>There is no grid with the code &quot;%1&quot;.</source>
        <translation>没有代码为“%1”的网格。</translation>
    </message>
    <message>
        <source>Nobody on the staff has the login &quot;%1&quot;.</source>
        <translation>人员名单中没有登录名“%1”。</translation>
    </message>
    <message>
        <source>See: griddeskctl grids</source>
        <translation>请查看：griddeskctl grids</translation>
    </message>
    <message>
        <source>%1 have no such field.</source>
        <translation>%1没有这个字段。</translation>
    </message>
    <message>
        <source>They have: %1.</source>
        <translation>可用字段：%1。</translation>
    </message>
    <message>
        <source>--seed needs a whole number.</source>
        <translation>--seed 要填整数。</translation>
    </message>
    <message>
        <source>--tickets needs a number above zero.</source>
        <translation>--tickets 要填大于0的数。</translation>
    </message>
    <message>
        <source>%1 of %2 tickets</source>
        <translation>工单：%1/%2</translation>
    </message>
    <message>
        <source>Cancelled: what was taken in so far stays, and the same import again takes in the rest.</source>
        <translation>已取消：已登记的保留，再次导入同一文件会登记其余部分。</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>要导入的内容</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>第%1行：%2。</translation>
    </message>
    <message>
        <source>%1 rows read (%2 %), %3 refused</source>
        <translation>已读%1行（%2%），拒收%3行</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2. Name a file of JSON, or - for standard input.</source>
        <translation>%1 无法读取：%2。请指定 JSON 文件，或用 - 表示标准输入。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>不是 JSON 对象</translation>
    </message>
    <message>
        <source>%1, byte %2</source>
        <translation>%1，第%2字节</translation>
    </message>
    <message>
        <source>Line %1 of %2: %3. Write one JSON object on each line.</source>
        <translation>%2 第%1行：%3。请每行写一个 JSON 对象。</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>%1 holds %2 objects. Give one.</source>
        <translation>%1 中有%2个对象，请只给一个。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not FIELD=VALUE.</source>
        <translation>“%1”不是 FIELD=VALUE 的形式。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; doesn&apos;t fit this filter.</source>
        <translation>“%1”不符合这个筛选条件的要求。</translation>
    </message>
    <message>
        <source>Write 0 or 1.</source>
        <translation>请填0或1。</translation>
    </message>
    <message>
        <source>A search can&apos;t look into &quot;%1&quot;.</source>
        <translation>不能在“%1”中搜索。</translation>
    </message>
    <message>
        <source>It looks into title, description, reply, number, address, customer.</source>
        <translation>可搜索：title、description、reply、number、address、customer。</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs, or ask for less.</source>
        <translation>内存不足。请关闭其他程序，或减少数量。</translation>
    </message>
    <message>
        <source>%1: there is no row &quot;%2&quot;.</source>
        <translation>%1：没有“%2”这一行。</translation>
    </message>
    <message>
        <source>See: griddeskctl %1</source>
        <translation>请查看：griddeskctl %1</translation>
    </message>
    <message>
        <source>%1: rows are neither added nor removed by hand.</source>
        <translation>%1：不能手工增加或删除。</translation>
    </message>
    <message>
        <source>Change what is there with set.</source>
        <translation>请用 set 修改现有内容。</translation>
    </message>
    <message>
        <source>The row&apos;s id or code</source>
        <translation>行的标识或代码</translation>
    </message>
    <message>
        <source>The register</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 无法写入：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no period: write 2018, 2018-Q1, 2018-03, 2018-W10 or 2018-03-09.</source>
        <translation>“%1”不是时段：请写 2018、2018-Q1、2018-03、2018-W10 或 2018-03-09。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no cut: write what a report printed as its &quot;cut&quot;.</source>
        <translation>“%1”不是截止点：请填报表输出的“cut”值。</translation>
    </message>
    <message>
        <source>The name of the report</source>
        <translation>报表名称</translation>
    </message>
    <message>
        <source>There is no report &quot;%1&quot;; there is: %2.</source>
        <translation>没有报表“%1”；可选：%2。</translation>
    </message>
    <message>
        <source>There is no grid %1.</source>
        <translation>没有网格 %1。</translation>
    </message>
    <message>
        <source>This desk holds %1 entries only.</source>
        <translation>本工位只有%1个记录条目。</translation>
    </message>
    <message>
        <source>Name a cut that a report on this desk has printed.</source>
        <translation>请填写本工位报表输出过的截止点。</translation>
    </message>
    <message>
        <source>There is no paper &quot;%1&quot;: write a5 or 80mm.</source>
        <translation>没有纸张“%1”：请写 a5 或 80mm。</translation>
    </message>
    <message>
        <source>The number of a ticket is missing.</source>
        <translation>缺少工单编号。</translation>
    </message>
    <message>
        <source>There is no ticket %1.</source>
        <translation>没有工单 %1。</translation>
    </message>
    <message>
        <source>No slip was printed. See: griddeskctl tickets</source>
        <translation>没有打印单据。请查看：griddeskctl tickets</translation>
    </message>
    <message>
        <source>The name of the slip</source>
        <translation>单据名称</translation>
    </message>
    <message>
        <source>There is no slip &quot;%1&quot;; there are: %2.</source>
        <translation>没有单据“%1”；可选：%2。</translation>
    </message>
    <message>
        <source>Nobody on the staff is an administrator. Name a person with --as LOGIN.</source>
        <translation>人员名单中没有系统管理员。请用 --as LOGIN 指定人员。</translation>
    </message>
    <message>
        <source>The output can&apos;t be written. Check the disk or the program that reads it.</source>
        <translation>输出无法写入。请检查磁盘或读取输出的程序。</translation>
    </message>
    <message>
        <source>There is no ticket &quot;%1&quot;.</source>
        <translation>没有工单“%1”。</translation>
    </message>
    <message>
        <source>Look for it with: griddeskctl tickets --search …</source>
        <translation>请查找：griddeskctl tickets --search …</translation>
    </message>
    <message>
        <source>The ticket&apos;s number</source>
        <translation>工单编号</translation>
    </message>
    <message>
        <source>This is no revision.</source>
        <translation>这不是版本号。</translation>
    </message>
    <message>
        <source>Give the revision that `ticket show` printed.</source>
        <translation>请填 `ticket show` 输出的版本号。</translation>
    </message>
    <message>
        <source>This field follows from the file.</source>
        <translation>这个字段由文件自动得出。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请不要填。</translation>
    </message>
    <message>
        <source>The action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>A ticket can&apos;t &quot;%1&quot;, only open, show, actions, do.</source>
        <translation>工单没有“%1”操作，只有 open、show、actions、do。</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>This field is not for taking in.</source>
        <translation>受理时不能填这个字段。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第%1行：%2</translation>
    </message>
    <message>
        <source>(%1 of %2 refused, the others taken in)</source>
        <translation>（%2条中拒收%1条，其余已登记）</translation>
    </message>
    <message>
        <source>There is no bench &quot;%1&quot;; name one of: %2.</source>
        <translation>没有名为“%1”的测试；可用：%2。</translation>
    </message>
    <message>
        <source>There is nothing called &quot;%1&quot; to import; name one of: %2.</source>
        <translation>不能导入“%1”；可用：%2。</translation>
    </message>
    <message>
        <source>The text holds %1, which is not sealed there: use private_note.</source>
        <translation>文字中有 %1，未加密保存；请改填 private_note。</translation>
    </message>
    <message>
        <source>says this</source>
        <translation>显示本说明</translation>
    </message>
    <message>
        <source>founds a company on a new desk; --sample fills it with the sample company</source>
        <translation>在新工位上建立单位；--sample 填入示例单位的数据</translation>
    </message>
    <message>
        <source>prints a file&apos;s rows as an import reads them</source>
        <translation>按导入时的读法输出文件的各行</translation>
    </message>
    <message>
        <source>takes a matter in, shows it, says what may be done now, does it</source>
        <translation>登记事项、查看工单、列出当前可做的操作、办理</translation>
    </message>
    <message>
        <source>lists tickets; until=, done_until= and due_before= name the first moment that no longer belongs</source>
        <translation>列出工单；until=、done_until=、due_before= 为不再计入的第一个时刻</translation>
    </message>
    <message>
        <source>lists what contradicts and waits to be settled</source>
        <translation>列出有待处理的冲突</translation>
    </message>
    <message>
        <source>a report&apos;s figures, as data and on paper</source>
        <translation>报表数字，可输出数据、PDF 和表格</translation>
    </message>
    <message>
        <source>sums up the record and the tables; equal on desks that hold the same</source>
        <translation>汇总记录和数据表的摘要；内容相同的工位摘要相同</translation>
    </message>
    <message>
        <source>checks the whole desk and names the first damage</source>
        <translation>检查整个工位，指出第一处损坏</translation>
    </message>
    <message>
        <source>folds all tables anew from the record</source>
        <translation>按记录重新生成全部数据表</translation>
    </message>
    <message>
        <source>makes plausible tickets for load tests, the same for the same seed</source>
        <translation>生成压力测试用的工单，同一种子结果相同</translation>
    </message>
    <message>
        <source>measures on desks of its own, beside a baseline of the same run; --keep leaves the generated ones there</source>
        <translation>在自建工位上测量，并与同次运行的基准对照；--keep 保留生成的工位</translation>
    </message>
    <message>
        <source>The login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>account revoke doesn&apos;t take %1.</source>
        <translation>account revoke 不接受 %1。</translation>
    </message>
    <message>
        <source>%1 has no such grant.</source>
        <translation>%1 没有这项授权。</translation>
    </message>
    <message>
        <source>See: griddeskctl account show %1</source>
        <translation>参见：griddeskctl account show %1</translation>
    </message>
    <message>
        <source>What to do with the account</source>
        <translation>对账号的操作</translation>
    </message>
    <message>
        <source>account does list, show, add, grant, revoke and password.</source>
        <translation>account 支持 list、show、add、grant、revoke 和 password。</translation>
    </message>
    <message>
        <source>who may sign in and do what; a new password comes from GRIDDESK_NEW_PASSWORD</source>
        <translation>谁可以登录、可以做什么；新密码取自 GRIDDESK_NEW_PASSWORD</translation>
    </message>
    <message>
        <source>%1 has no password yet; give one with: griddeskctl account password</source>
        <translation>%1 还没有密码；请用 griddeskctl account password 设置</translation>
    </message>
    <message>
        <source>A password is needed for %1. Set %2, or run it on a terminal.</source>
        <translation>需要 %1 的密码。请设置 %2，或在终端中运行。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Passphrase or recovery code of the backup</source>
        <translation>备份的口令或恢复码</translation>
    </message>
    <message>
        <source>everything about one customer; merges two files of one person and takes it back; finds such files; hands out all that is held; an erasure is asked for by one and approved by the same command of another</source>
        <translation>某位客户的全部信息；合并同一人的两份档案或撤销合并；查找重复档案；导出所持有的全部信息；删除由一人申请、另一人用同一命令批准</translation>
    </message>
    <message>
        <source>who looked at whose personal data, when and what for</source>
        <translation>谁在何时为何查看了谁的个人信息</translation>
    </message>
    <message>
        <source>how the desk&apos;s key is kept; sets the passphrase (GRIDDESK_NEW_PASSPHRASE), prints a recovery code, uses the keyring or nothing</source>
        <translation>工位密钥的保管方式；设置口令（GRIDDESK_NEW_PASSPHRASE）、打印恢复码、使用密钥环或不设保护</translation>
    </message>
    <message>
        <source>puts the whole desk into one sealed file (without a passphrase the database alone), makes the backup of the day in the desk&apos;s folder and thins out older ones, or reads a backup to its end; goes beside an open window</source>
        <translation>把整个工位备份为一个加密文件（未设口令时只备份数据库），或在工位文件夹中做当日备份并清理较早的备份，或通读一份备份加以核对；窗口打开时也可运行</translation>
    </message>
    <message>
        <source>lists the backups in the desk&apos;s folder</source>
        <translation>列出工位文件夹中的备份</translation>
    </message>
    <message>
        <source>puts a backup in the desk&apos;s place, or a complete one into an empty folder; what was there is kept under backups/</source>
        <translation>用备份替换工位，或把完整备份恢复到空文件夹；原有内容保留在 backups/ 下</translation>
    </message>
    <message>
        <source>This file is not merged into another one.</source>
        <translation>这份档案没有并入别的档案。</translation>
    </message>
    <message>
        <source>Name the file that was merged: &quot;customer show&quot; lists it under &quot;merged&quot;.</source>
        <translation>请指明被并入的那份档案：“customer show”在“merged”下列出。</translation>
    </message>
    <message>
        <source>Looking for duplicates: %1 %</source>
        <translation>正在查找重复档案：%1 %</translation>
    </message>
    <message>
        <source>There is no customer &quot;%1&quot;.</source>
        <translation>没有客户“%1”。</translation>
    </message>
    <message>
        <source>Several customers fit &quot;%1&quot;.</source>
        <translation>有多位客户符合“%1”。</translation>
    </message>
    <message>
        <source>See: griddeskctl customers --search %1</source>
        <translation>参见：griddeskctl customers --search %1</translation>
    </message>
    <message>
        <source>The customer&apos;s id</source>
        <translation>客户的标识</translation>
    </message>
    <message>
        <source>What to do with the customer</source>
        <translation>对客户做什么</translation>
    </message>
    <message>
        <source>customer: there is no &quot;%1&quot;.</source>
        <translation>customer：没有“%1”这个操作。</translation>
    </message>
    <message>
        <source>Print a recovery code too, for the day on which the passphrase is forgotten: griddeskctl key recovery --pdf FILE</source>
        <translation>请再打印一份恢复码，以备忘记口令：griddeskctl key recovery --pdf 文件</translation>
    </message>
    <message>
        <source>This code opens the desk and its backups. It is shown once; keep it away from the computer.</source>
        <translation>本恢复码可打开工位及其备份，只显示这一次；请勿放在电脑旁。</translation>
    </message>
    <message>
        <source>Write: key keyring on, or key keyring off.</source>
        <translation>请写：key keyring on 或 key keyring off。</translation>
    </message>
    <message>
        <source>Whoever can read the desk&apos;s folder can now read its personal data.</source>
        <translation>现在，任何能读取工位文件夹的人都能看到其中的个人信息。</translation>
    </message>
    <message>
        <source>What to do with the key</source>
        <translation>对密钥的操作</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>on 或 off</translation>
    </message>
    <message>
        <source>There is no &quot;key %1&quot;.</source>
        <translation>没有“key %1”。</translation>
    </message>
    <message>
        <source>No new passphrase was given.</source>
        <translation>没有给出新口令。</translation>
    </message>
    <message>
        <source>Put it into %1, or run this at a terminal.</source>
        <translation>请放入 %1，或在终端中运行。</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Nothing was changed; run this again.</source>
        <translation>未作任何改动，请重新运行。</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>%1 的新密码</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2.</source>
        <translation>%1 无法写入：%2。</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>请换个位置。</translation>
    </message>
    <message>
        <source>Passphrase of the desk</source>
        <translation>工位的口令</translation>
    </message>
    <message>
        <source>The slip of %1 would show the contact.</source>
        <translation>%1 的单据会显示联系方式。</translation>
    </message>
    <message>
        <source>Let somebody print it who works on that ticket.</source>
        <translation>请由办理该工单的人打印。</translation>
    </message>
    <message>
        <source>The contact is covered: %1</source>
        <translation>联系方式已遮盖：%1</translation>
    </message>
    <message>
        <source>invites a computer to become a desk; the code is good for one and for ten minutes</source>
        <translation>邀请一台电脑成为工位；邀请码只能用一次，十分钟内有效</translation>
    </message>
    <message>
        <source>makes a desk of the company in an empty folder and fills it</source>
        <translation>在空文件夹中建立本单位的工位并取来数据</translation>
    </message>
    <message>
        <source>keeps in step with the desk at an address, or brings both in step once</source>
        <translation>与某地址的工位保持同步，或只同步一次</translation>
    </message>
    <message>
        <source>prepares a PostgreSQL as the company&apos;s hub; meets it and stays in step, or once</source>
        <translation>把一个 PostgreSQL 准备为本单位的中心库；与它保持同步，或只同步一次</translation>
    </message>
    <message>
        <source>lists the company&apos;s desks: joined, invited, revoked</source>
        <translation>列出本单位的工位：已加入、已邀请、已撤销</translation>
    </message>
    <message>
        <source>shuts a desk out; what it appends beyond what is known here has no effect</source>
        <translation>撤销一个工位；它此后添加的内容不再生效</translation>
    </message>
    <message>
        <source>lets a company of desks work, break and meet in virtual time; ends with 3 and the seed when they don&apos;t come to the same</source>
        <translation>在虚拟时间里模拟多个工位办理、出故障、再汇合；结果不一致时以 3 退出并报出种子</translation>
    </message>
    <message>
        <source>What to do with the conflict</source>
        <translation>怎样处理冲突</translation>
    </message>
    <message>
        <source>A conflict can be settled: griddeskctl conflict settle ID</source>
        <translation>冲突可以这样了结：griddeskctl conflict settle ID</translation>
    </message>
    <message>
        <source>The conflict&apos;s id</source>
        <translation>冲突编号</translation>
    </message>
    <message>
        <source>There is no conflict &quot;%1&quot;.</source>
        <translation>没有编号为“%1”的冲突。</translation>
    </message>
    <message>
        <source>List them with: griddeskctl conflicts</source>
        <translation>用 griddeskctl conflicts 列出。</translation>
    </message>
    <message>
        <source>The hub&apos;s address</source>
        <translation>中心库的地址</translation>
    </message>
    <message>
        <source>The desk&apos;s database can&apos;t be read.</source>
        <translation>工位的数据库读不出来。</translation>
    </message>
    <message>
        <source>The address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>There is no desk &quot;%1&quot;.</source>
        <translation>没有工位“%1”。</translation>
    </message>
    <message>
        <source>See: griddeskctl peers</source>
        <translation>参见：griddeskctl peers</translation>
    </message>
    <message>
        <source>The desk&apos;s id or number prefix</source>
        <translation>工位的标识或编号前缀</translation>
    </message>
    <message>
        <source>A simulation needs 2 to 20 desks, a step and a run at least.</source>
        <translation>模拟需要 2 至 20 个工位，至少一步、一轮。</translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation>种子 %1：%2</translation>
    </message>
    <message>
        <source>A character of the code is mistyped.</source>
        <translation>邀请码中有字符输错了。</translation>
    </message>
    <message>
        <source>This is no code of an invitation.</source>
        <translation>这不是邀请码。</translation>
    </message>
    <message>
        <source>It has seven groups of five characters; compare them with the invitation.</source>
        <translation>邀请码共七组，每组五个字符；请与邀请核对。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address; write HOST:PORT.</source>
        <translation>“%1”不是地址，请写成 主机:端口。</translation>
    </message>
    <message>
        <source>what this person is told of: what others assigned, sent back or recorded differently, of the last days</source>
        <translation>本人的通知：近日他人派给、退回或与本人填得不一致的</translation>
    </message>
    <message>
        <source>says what holds: what stands now, or what one of the two said</source>
        <translation>认定以什么为准：现状，或两个版本之一</translation>
    </message>
    <message>
        <source>by which rules the company works, which this program knows and which desks don&apos;t follow; makes newer ones the company&apos;s</source>
        <translation>查看单位现行规则版本、本机程序支持的版本和尚不支持的工位；启用更新的版本</translation>
    </message>
    <message>
        <source>what is in stock; brings supplies in, takes them out, gives them back, counts them</source>
        <translation>查看库存；登记物资入库、领用、退库、盘点</translation>
    </message>
    <message>
        <source>What holds is one of: standing, earlier, later.</source>
        <translation>以什么为准，请写 standing、earlier 或 later。</translation>
    </message>
    <message>
        <source>Write a number with three places at most, such as 2.5.</source>
        <translation>请填写数字，最多三位小数，如 2.5。</translation>
    </message>
    <message>
        <source>The record comes entry by entry: %1</source>
        <translation>记录将逐条传送：%1</translation>
    </message>
    <message>
        <source>The number of the rules</source>
        <translation>规则版本号</translation>
    </message>
    <message>
        <source>Rules have a number: griddeskctl rules activate 2</source>
        <translation>规则版本是一个数字：griddeskctl rules activate 2</translation>
    </message>
    <message>
        <source>Rules can be shown or activated: griddeskctl rules [activate N]</source>
        <translation>规则版本可以查看或启用：griddeskctl rules [activate N]</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>请核对编号。</translation>
    </message>
    <message>
        <source>The supply&apos;s code</source>
        <translation>物资编码</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>There is no supply with the code &quot;%1&quot;.</source>
        <translation>没有编码为“%1”的物资。</translation>
    </message>
    <message>
        <source>See: griddeskctl stock list</source>
        <translation>请查看：griddeskctl stock list</translation>
    </message>
    <message>
        <source>&quot;%1&quot; doesn&apos;t say how much was drawn.</source>
        <translation>“%1”没有写明领用数量。</translation>
    </message>
    <message>
        <source>Write CODE:QUANTITY, with commas between.</source>
        <translation>请写成 编码:数量，多项之间用逗号隔开。</translation>
    </message>
    <message>
        <source>Stock can&apos;t be &quot;%1&quot;, only list, moves, receive, issue, return, count.</source>
        <translation>库存不能“%1”，只能 list、moves、receive、issue、return、count。</translation>
    </message>
    <message>
        <source>takes in a file of tickets, customers, staff, grids …; a map draws the grids: in its own coordinate system or the one that is named, broken borders repaired when asked, from a day on</source>
        <translation>导入工单、客户、人员、网格等文件；地图文件同时划定网格：按文件自带或指定的坐标系，按要求修复边界，自某日起生效</translation>
    </message>
    <message>
        <source>which grid a point lies in (- reads many from stdin); a grid with its area as GeoJSON; gaps, overlaps, grids without a chief, an area or a right code</source>
        <translation>某点属于哪个网格（- 表示从标准输入读取多个点）；以 GeoJSON 给出网格范围；列出空隙、重叠，以及没有网格长、没有范围或编码不对的网格</translation>
    </message>
    <message>
        <source>&quot;%1 %2&quot; is no place.</source>
        <translation>“%1 %2”不是一个位置。</translation>
    </message>
    <message>
        <source>Write the longitude and then the latitude in degrees, such as 116.3912 39.9075.</source>
        <translation>先写经度、再写纬度，单位为度，例如 116.3912 39.9075。</translation>
    </message>
    <message>
        <source>The longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>The latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>The grid&apos;s code</source>
        <translation>网格编码</translation>
    </message>
    <message>
        <source>Grids can&apos;t be &quot;%1&quot;, only at, show, check.</source>
        <translation>grid 没有“%1”，只有 at、show、check。</translation>
    </message>
    <message>
        <source>%1 was repaired: %2</source>
        <translation>%1 已修复：%2</translation>
    </message>
    <message>
        <source>prints slips: receipt, order, visit, missing, declined, complaint, reminder, supervised</source>
        <translation>打印单据：回执、派工单、回访单、一次性告知单、不予受理通知书、投诉处理单、催办通知书、督办单</translation>
    </message>
    <message>
        <source>the way of a kind of matters: its states, what may be done in each, by whom; as data and as a chart</source>
        <translation>一类事项的办理流程：各状态、可办事项、办理人；输出数据或流程图</translation>
    </message>
    <message>
        <source>The kind of matters</source>
        <translation>事项类型</translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot;.</source>
        <translation>没有“%1”这种类型。</translation>
    </message>
    <message>
        <source>to whom a ticket is best given, and why</source>
        <translation>工单派给谁最合适，为什么</translation>
    </message>
    <message>
        <source>gives every open ticket that nobody has to the best candidate, and says how evenly they are spread</source>
        <translation>把无人承办的工单派给最合适的人，并给出派单均衡度</translation>
    </message>
    <message>
        <source>what is late or soon will be, level by level, and who is told of it</source>
        <translation>逐级列出超时和即将超时的时限，以及通知到谁</translation>
    </message>
    <message>
        <source>There is no outage with the code &quot;%1&quot;.</source>
        <translation>没有代码为“%1”的停供。</translation>
    </message>
    <message>
        <source>Write the number as `tickets` prints it.</source>
        <translation>请按 `tickets` 列出的编号填写。</translation>
    </message>
    <message>
        <source>The outage&apos;s code</source>
        <translation>停供代码</translation>
    </message>
    <message>
        <source>keeps this desk in step with the others until it is ended: hears them, calls fixed addresses, finds those of the local network (--beacon), sends no more than so many KiB a second, asks the online services by their intervals (--online)</source>
        <translation>让本工位与其他工位保持同步，直到结束：接听、呼叫固定地址、发现局域网内的工位（--beacon），每秒最多发送若干 KiB，并按各自的间隔读取网上服务（--online）</translation>
    </message>
    <message>
        <source>takes in what citizens report online: from Open311 GeoReport v2 services, which may be told the outcome, and from files laid into a folder</source>
        <translation>受理群众网上诉求：从 Open311 GeoReport v2 服务读取（可回告办理结果），或从投递文件夹中的文件读取</translation>
    </message>
    <message>
        <source>There is no key in %1.</source>
        <translation>%1 中没有密钥。</translation>
    </message>
    <message>
        <source>Write the key into the file&apos;s first line.</source>
        <translation>请把密钥写在文件的第一行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no way to tell a status; write none or post.</source>
        <translation>“%1”不是回告方式；请写 none 或 post。</translation>
    </message>
    <message>
        <source>The service&apos;s name</source>
        <translation>服务名称</translation>
    </message>
    <message>
        <source>The service&apos;s address</source>
        <translation>服务地址</translation>
    </message>
    <message>
        <source>The key will go over the line in the open: the address has no https.</source>
        <translation>地址不是 https，密钥将以明文在网络上传送。</translation>
    </message>
    <message>
        <source>There is no online service &quot;%1&quot;.</source>
        <translation>没有名为“%1”的网上服务。</translation>
    </message>
    <message>
        <source>&quot;griddeskctl online list&quot; names them.</source>
        <translation>用 griddeskctl online list 可以列出全部服务。</translation>
    </message>
    <message>
        <source>The folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>add, list, remove, pull or drop</source>
        <translation>add、list、remove、pull 或 drop</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither add, list, remove, pull nor drop.</source>
        <translation>“%1”不是 add、list、remove、pull、drop 中的任何一个。</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>另有 %1 条。</translation>
    </message>
    <message>
        <source>lists and edits customers, premises, contacts, staff, grids, places, equipment, supplies, channels, categories, standards, service_hours, calendar, escalations, outages, shifts, roster, leaves, guidance, measures, duty_log, handovers, visit_plans, planned_visits, desks, company</source>
        <translation>列出并编辑 customers、premises、contacts、staff、grids、places、equipment、supplies、channels、categories、standards、service_hours、calendar、escalations、outages、shifts、roster、leaves、guidance、measures、duty_log、handovers、visit_plans、planned_visits、desks、company</translation>
    </message>
    <message>
        <source>lists the open promises that would be due at another time by the service hours and holidays as they are now, and reckons them anew; changed standards hold for new promises only</source>
        <translation>列出按现行服务时间和节假日到期时间会改变的未了结承诺，并重新计算；改过的时限标准只用于新的承诺</translation>
    </message>
    <message>
        <source>whom an outage affects and who called about it; tells all who wait, each person once; prints the notice for staircases and gates</source>
        <translation>停供影响谁、谁来过电；逐人告知所有等候者，每人一次；打印张贴在楼道和大门的通知</translation>
    </message>
    <message>
        <source>who is to be called in the round of a plan, in their order; records what came of it, anew where it was wrong; counts answers, as data and on paper</source>
        <translation>列出计划本轮待打电话的客户（按先后顺序）；记录结果，记错了可重记；统计答复，输出数据和 PDF</translation>
    </message>
    <message>
        <source>who is on duty by the roster, and who comes next</source>
        <translation>按排班谁在值班，接下来是谁</translation>
    </message>
    <message>
        <source>hands a shift over with the promises that run out and what is open in the duty log, and takes one over, each signed by the person; prints it</source>
        <translation>交班（带上将到期的时限和值班记录中的待办）与接班，各由本人签名；打印交接班记录</translation>
    </message>
    <message>
        <source>There is no shift handover &quot;%1&quot;.</source>
        <translation>没有交接班记录“%1”。</translation>
    </message>
    <message>
        <source>No shift handover of somebody else waits.</source>
        <translation>没有别人交出的班待接。</translation>
    </message>
    <message>
        <source>%1 shift handovers wait.</source>
        <translation>有 %1 个班待接。</translation>
    </message>
    <message>
        <source>The handover&apos;s id</source>
        <translation>交接班记录的编号</translation>
    </message>
    <message>
        <source>list, give, take or show</source>
        <translation>list、give、take 或 show</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of list, give, take, show.</source>
        <translation>“%1”不是 list、give、take、show 之一。</translation>
    </message>
    <message>
        <source>show, call-back or notice</source>
        <translation>show、call-back 或 notice</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither show, call-back nor notice.</source>
        <translation>“%1”不是 show、call-back 或 notice。</translation>
    </message>
    <message>
        <source>The figures can&apos;t be counted: the desk&apos;s database can&apos;t be read.</source>
        <translation>无法统计：本工位的数据库读不出来。</translation>
    </message>
    <message>
        <source>The plan&apos;s code</source>
        <translation>计划编号</translation>
    </message>
    <message>
        <source>There is no plan of visits with the code &quot;%1&quot;.</source>
        <translation>没有编号为“%1”的走访计划。</translation>
    </message>
    <message>
        <source>The plan &quot;%1&quot; has not begun yet.</source>
        <translation>计划“%1”尚未开始。</translation>
    </message>
    <message>
        <source>The plan &quot;%1&quot; is over.</source>
        <translation>计划“%1”已结束。</translation>
    </message>
    <message>
        <source>Look at its days: griddeskctl visit_plans show %1</source>
        <translation>查看起止日期：griddeskctl visit_plans show %1</translation>
    </message>
    <message>
        <source>%1 follows from the plan and the customer.</source>
        <translation>%1 由计划和客户决定。</translation>
    </message>
    <message>
        <source>This round doesn&apos;t take that customer.</source>
        <translation>本轮不包括该客户。</translation>
    </message>
    <message>
        <source>See whom it takes: griddeskctl visits list %1 --all</source>
        <translation>查看本轮名单：griddeskctl visits list %1 --all</translation>
    </message>
    <message>
        <source>list, record or results</source>
        <translation>list、record 或 results</translation>
    </message>
    <message>
        <source>visits: there is no &quot;%1&quot;.</source>
        <translation>visits：没有“%1”。</translation>
    </message>
</context>
<context>
    <name>domain</name>
    <message>
        <source>%1 &quot;%2&quot; is already taken.</source>
        <translation>%1“%2”已被占用。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请换一个。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1未填写。</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>请填写。</translation>
    </message>
    <message>
        <source>There is no time zone &quot;%1&quot;.</source>
        <translation>没有时区“%1”。</translation>
    </message>
    <message>
        <source>Name one such as Asia/Shanghai.</source>
        <translation>请填如 Asia/Shanghai 的时区。</translation>
    </message>
    <message>
        <source>There is no such row in %1.</source>
        <translation>%1台账中没有这一行。</translation>
    </message>
    <message>
        <source>Field %1 is unknown.</source>
        <translation>没有字段“%1”。</translation>
    </message>
    <message>
        <source>The time lies in the future.</source>
        <translation>时间不能晚于现在。</translation>
    </message>
    <message>
        <source>Enter when it happened.</source>
        <translation>请填写发生时间。</translation>
    </message>
    <message>
        <source>The kind is missing.</source>
        <translation>未选类型。</translation>
    </message>
    <message>
        <source>Choose repair, complaint, enquiry, application, suggestion or praise.</source>
        <translation>请选择报修、投诉、咨询、业务申请、建议或表扬。</translation>
    </message>
    <message>
        <source>It doesn&apos;t say what the matter is.</source>
        <translation>没有说明是什么事。</translation>
    </message>
    <message>
        <source>Fill in the category, the title or the description.</source>
        <translation>请填写类别、标题或描述。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible now: %2 is &quot;%3&quot;.</source>
        <translation>现在不能“%1”：%2的状态是“%3”。</translation>
    </message>
    <message>
        <source>Possible now: %1.</source>
        <translation>现在可以：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>&quot;%1&quot; doesn&apos;t take the field %2.</source>
        <translation>“%1”不能填“%2”字段。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>请不要填。</translation>
    </message>
    <message>
        <source>One of these is needed: %1.</source>
        <translation>至少填写一项：%1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be done by someone else than &quot;%2&quot;.</source>
        <translation>“%1”和“%2”不能是同一个人。</translation>
    </message>
    <message>
        <source>Name the person who really did it.</source>
        <translation>请填写实际经办人。</translation>
    </message>
    <message>
        <source>It was taken in before, as %1.</source>
        <translation>之前已登记，编号 %1。</translation>
    </message>
    <message>
        <source>Look there, or correct that ticket.</source>
        <translation>请查看或更正那张工单。</translation>
    </message>
    <message>
        <source>Nobody on the staff has this login.</source>
        <translation>人员名单中没有这个登录名。</translation>
    </message>
    <message>
        <source>Enter a login from the staff list.</source>
        <translation>请填人员名单中的登录名。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be &quot;%2&quot;.</source>
        <translation>%1不能是“%2”。</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>请选择：%1。</translation>
    </message>
    <message>
        <source>%1 must be between 1 and 5.</source>
        <translation>%1须在1到5之间。</translation>
    </message>
    <message>
        <source>5 is very satisfied, 1 very dissatisfied.</source>
        <translation>5是非常满意，1是非常不满意。</translation>
    </message>
    <message>
        <source>%1 must lie between -180 and 180 degrees.</source>
        <translation>%1须在-180度到180度之间。</translation>
    </message>
    <message>
        <source>Correct it or leave it out.</source>
        <translation>请更正或不填。</translation>
    </message>
    <message>
        <source>%1 must lie between -90 and 90 degrees.</source>
        <translation>%1须在-90度到90度之间。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be negative.</source>
        <translation>%1不能是负数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a state of this workflow.</source>
        <translation>“%1”不是这个流程的状态。</translation>
    </message>
    <message>
        <source>Use a state that `ticket show` prints.</source>
        <translation>请用 `ticket show` 输出的状态。</translation>
    </message>
    <message>
        <source>This ticket follows a workflow that this program doesn&apos;t know.</source>
        <translation>本程序不认识这张工单的流程。</translation>
    </message>
    <message>
        <source>Update Griddesk on this desk.</source>
        <translation>请更新本工位的网格受理台。</translation>
    </message>
    <message>
        <source>The phone number contains &quot;%1&quot;.</source>
        <translation>电话号码中有“%1”。</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits; this one has %1.</source>
        <translation>手机号码应为 11 位，现在是 %1 位。</translation>
    </message>
    <message>
        <source>The phone number is too short: %1 digits.</source>
        <translation>电话号码太短：只有 %1 位。</translation>
    </message>
    <message>
        <source>The phone number is too long: %1 digits.</source>
        <translation>电话号码太长：有 %1 位。</translation>
    </message>
    <message>
        <source>The identity number names a birthday that there is not.</source>
        <translation>身份证号中的出生日期不存在。</translation>
    </message>
    <message>
        <source>An identity number has 18 characters; this one has %1.</source>
        <translation>身份证号应为 18 位，现在是 %1 位。</translation>
    </message>
    <message>
        <source>An identity number has digits, and at its end a digit or X.</source>
        <translation>身份证号应全是数字，末位可以是 X。</translation>
    </message>
    <message>
        <source>The identity number&apos;s last character doesn&apos;t fit the others: one may be mistyped.</source>
        <translation>身份证号的校验位不符，可能有一位输错。</translation>
    </message>
    <message>
        <source>%1: rows are neither added nor changed by hand.</source>
        <translation>%1：不能直接添加或修改。</translation>
    </message>
    <message>
        <source>Open an account, give or revoke a right instead.</source>
        <translation>请改为开设账号、授予或撤销权限。</translation>
    </message>
    <message>
        <source>It would end before it begins.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>Enter a later day, or none.</source>
        <translation>请填写更晚的日期，或不填。</translation>
    </message>
    <message>
        <source>There is no such grid.</source>
        <translation>没有这个网格。</translation>
    </message>
    <message>
        <source>Enter a code from the list of grids.</source>
        <translation>请填写网格列表中的编号。</translation>
    </message>
    <message>
        <source>Nobody else administrates the company.</source>
        <translation>单位没有其他管理员。</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>请先授权另一位管理员。</translation>
    </message>
    <message>
        <source>There is no such grant, or it was revoked before.</source>
        <translation>没有这项授权，或已被撤销。</translation>
    </message>
    <message>
        <source>Look at the person&apos;s grants.</source>
        <translation>请查看此人的授权。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among your rights.</source>
        <translation>您没有“%1”的权限。</translation>
    </message>
    <message>
        <source>It takes one of: %1. Let one of them do it, or ask an administrator for the right.</source>
        <translation>需要以下角色之一：%1。请由他们办理，或请管理员授权。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies outside of your grid or department.</source>
        <translation>“%1”不在您的网格或部门范围内。</translation>
    </message>
    <message>
        <source>Hand it to those who answer for it, or ask an administrator for the right.</source>
        <translation>请转给负责的人，或请管理员授权。</translation>
    </message>
    <message>
        <source>This wants your own signature.</source>
        <translation>此操作需要您本人签名。</translation>
    </message>
    <message>
        <source>Sign in with your password and do it again.</source>
        <translation>请用密码登录后再办理。</translation>
    </message>
    <message>
        <source>Nobody has signed in.</source>
        <translation>尚未有人登录。</translation>
    </message>
    <message>
        <source>Sign in and do it again.</source>
        <translation>请登录后再办理。</translation>
    </message>
    <message>
        <source>This customer was erased.</source>
        <translation>该客户的信息已删除。</translation>
    </message>
    <message>
        <source>Nothing can be added to the old file; open a new one.</source>
        <translation>旧档案不能再补充，请新建档案。</translation>
    </message>
    <message>
        <source>There is no such customer.</source>
        <translation>没有这位客户。</translation>
    </message>
    <message>
        <source>Look in the customers&apos; list; an erased one is gone for good.</source>
        <translation>请到客户列表查找；已删除的客户无法恢复。</translation>
    </message>
    <message>
        <source>Work for this customer is still under way: %1.</source>
        <translation>该客户还有未办结的工单：%1。</translation>
    </message>
    <message>
        <source>Finish or cancel it first.</source>
        <translation>请先办结或取消。</translation>
    </message>
    <message>
        <source>The reason is missing.</source>
        <translation>请填写原因。</translation>
    </message>
    <message>
        <source>Say in a few words what the data are needed for.</source>
        <translation>请简要说明查看的用途。</translation>
    </message>
    <message>
        <source>There is no such erasure waiting for an answer.</source>
        <translation>没有待答复的这项删除申请。</translation>
    </message>
    <message>
        <source>Look in the list of erasures.</source>
        <translation>请查看删除申请列表。</translation>
    </message>
    <message>
        <source>Nobody has asked for this erasure.</source>
        <translation>没有人申请过这项删除。</translation>
    </message>
    <message>
        <source>Ask for it first; a second person approves it.</source>
        <translation>请先申请，再由第二人批准。</translation>
    </message>
    <message>
        <source>Whoever asks for an erasure doesn&apos;t approve it.</source>
        <translation>申请人不能自己批准删除。</translation>
    </message>
    <message>
        <source>Let a second person with the right decide.</source>
        <translation>请由另一位有权限的人决定。</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Very likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>也许</translation>
    </message>
    <message>
        <source>same identity number</source>
        <translation>身份证号相同</translation>
    </message>
    <message>
        <source>same phone and name</source>
        <translation>电话和姓名相同</translation>
    </message>
    <message>
        <source>same phone, names alike</source>
        <translation>电话相同，姓名相近</translation>
    </message>
    <message>
        <source>same account or meter number and name</source>
        <translation>户号或表号和姓名相同</translation>
    </message>
    <message>
        <source>same account or meter number, other name</source>
        <translation>户号或表号相同，姓名不同</translation>
    </message>
    <message>
        <source>same address and name</source>
        <translation>地址和姓名相同</translation>
    </message>
    <message>
        <source>A firm&apos;s credit code has 18 characters; this one has %1.</source>
        <translation>统一社会信用代码为18位，这里有%1位。</translation>
    </message>
    <message>
        <source>A firm&apos;s credit code has no &quot;%1&quot;.</source>
        <translation>统一社会信用代码中不会有“%1”。</translation>
    </message>
    <message>
        <source>The credit code&apos;s last character doesn&apos;t fit the others: one may be mistyped.</source>
        <translation>信用代码的校验位不符，可能输错了一位。</translation>
    </message>
    <message>
        <source>%1: there is no such row.</source>
        <translation>%1：没有这一条。</translation>
    </message>
    <message>
        <source>Choose one that is there.</source>
        <translation>请选择已有的。</translation>
    </message>
    <message>
        <source>A file can&apos;t be merged into itself.</source>
        <translation>档案不能并入自己。</translation>
    </message>
    <message>
        <source>Choose two different files.</source>
        <translation>请选择两份不同的档案。</translation>
    </message>
    <message>
        <source>This file is merged into another one already.</source>
        <translation>这份档案已并入另一份。</translation>
    </message>
    <message>
        <source>Take that back first.</source>
        <translation>请先撤回那次合并。</translation>
    </message>
    <message>
        <source>The other file is merged into this one.</source>
        <translation>另一份档案已并入这一份。</translation>
    </message>
    <message>
        <source>Take that back first, or merge the other way round.</source>
        <translation>请先撤回那次合并，或者反过来合并。</translation>
    </message>
    <message>
        <source>Both are the same file.</source>
        <translation>两边是同一份档案。</translation>
    </message>
    <message>
        <source>%1: a row stays with its customer.</source>
        <translation>%1：不能改到别的客户名下。</translation>
    </message>
    <message>
        <source>Add it anew under the other one, and remove it here.</source>
        <translation>请在另一客户名下新增，再从这里移除。</translation>
    </message>
    <message>
        <source>This customer has business on record: %1 ticket(s).</source>
        <translation>该客户已有业务记录：%1件工单。</translation>
    </message>
    <message>
        <source>Merge the file into the right one, or leave it.</source>
        <translation>请把这份档案并入正确的一份，或者保留。</translation>
    </message>
    <message>
        <source>Other files are merged into this one.</source>
        <translation>有别的档案并入了这一份。</translation>
    </message>
    <message>
        <source>Take the merging back first.</source>
        <translation>请先撤回合并。</translation>
    </message>
    <message>
        <source>Desks are neither added nor removed by hand.</source>
        <translation>工位不能手工添加或删除。</translation>
    </message>
    <message>
        <source>Invite a desk, pair with it or revoke it instead.</source>
        <translation>请改用邀请、配对或撤销。</translation>
    </message>
    <message>
        <source>There is no such conflict, or it was settled before.</source>
        <translation>没有这个冲突，或者已经了结。</translation>
    </message>
    <message>
        <source>Look in the list of conflicts.</source>
        <translation>请查看冲突列表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t begin a ticket&apos;s number.</source>
        <translation>“%1”不能作工单号的开头。</translation>
    </message>
    <message>
        <source>Choose up to six digits or capital letters, such as 04.</source>
        <translation>请用不超过六位的数字或大写字母，例如 04。</translation>
    </message>
    <message>
        <source>Another desk numbers its tickets with &quot;%1&quot;.</source>
        <translation>已有别的工位用“%1”编号。</translation>
    </message>
    <message>
        <source>It is not said which grids the desk is for.</source>
        <translation>没有说明该工位负责哪些网格。</translation>
    </message>
    <message>
        <source>Name their codes, with commas between.</source>
        <translation>请填网格编号，用逗号隔开。</translation>
    </message>
    <message>
        <source>There is no grid &quot;%1&quot;.</source>
        <translation>没有网格“%1”。</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>工位 %1</translation>
    </message>
    <message>
        <source>This desk belongs to the company already.</source>
        <translation>该工位已属于本单位。</translation>
    </message>
    <message>
        <source>Look in the list of desks.</source>
        <translation>请查看工位列表。</translation>
    </message>
    <message>
        <source>This is no desk&apos;s key.</source>
        <translation>这不是工位的密钥。</translation>
    </message>
    <message>
        <source>Pair the desk once more.</source>
        <translation>请重新配对该工位。</translation>
    </message>
    <message>
        <source>The invitation is used up, too old, or never was.</source>
        <translation>邀请已用过、已过期或不存在。</translation>
    </message>
    <message>
        <source>Let an administrator invite the desk anew.</source>
        <translation>请系统管理员重新邀请。</translation>
    </message>
    <message>
        <source>The invitation would be over before it begins.</source>
        <translation>邀请还没开始就已到期。</translation>
    </message>
    <message>
        <source>Give it some minutes.</source>
        <translation>请给它几分钟的有效期。</translation>
    </message>
    <message>
        <source>There is no such desk, or it was revoked before.</source>
        <translation>没有这个工位，或已被撤销。</translation>
    </message>
    <message>
        <source>A desk can&apos;t revoke itself.</source>
        <translation>工位不能撤销自己。</translation>
    </message>
    <message>
        <source>Do it at another desk.</source>
        <translation>请在另一个工位上操作。</translation>
    </message>
    <message>
        <source>This computer is no desk of the company.</source>
        <translation>这台电脑不是本单位的工位。</translation>
    </message>
    <message>
        <source>Pair it with one, or invite it.</source>
        <translation>请先配对或邀请它。</translation>
    </message>
    <message>
        <source>The desk &quot;%1&quot; was revoked.</source>
        <translation>工位“%1”已被撤销。</translation>
    </message>
    <message>
        <source>An administrator knows why; pair it anew as another desk.</source>
        <translation>原因请问系统管理员；可作为新工位重新配对。</translation>
    </message>
    <message>
        <source>The desk &quot;%1&quot; is invited and has not joined yet.</source>
        <translation>工位“%1”已受邀，但还没有加入。</translation>
    </message>
    <message>
        <source>Pair it with the code of its invitation.</source>
        <translation>请用邀请码配对。</translation>
    </message>
    <message>
        <source>%1 isn&apos;t changed by hand.</source>
        <translation>%1不能直接修改。</translation>
    </message>
    <message>
        <source>Enter what came in, went out or was counted instead.</source>
        <translation>请登记入库、领用或盘点。</translation>
    </message>
    <message>
        <source>Activate newer rules instead.</source>
        <translation>请启用更新的规则版本。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2)</source>
        <translation>“%1”（%2）</translation>
    </message>
    <message>
        <source>There is no company here yet.</source>
        <translation>这里还没有单位。</translation>
    </message>
    <message>
        <source>Found one, or join one and wait for its record.</source>
        <translation>请先建立单位，或加入单位并等待记录同步完成。</translation>
    </message>
    <message>
        <source>This program doesn&apos;t know rules %1; it knows them up to %2.</source>
        <translation>本机程序不支持规则版本 %1，只支持到 %2。</translation>
    </message>
    <message>
        <source>Update Griddesk on this desk first.</source>
        <translation>请先更新本工位的程序。</translation>
    </message>
    <message>
        <source>The company works by rules %1 already.</source>
        <translation>单位已在使用规则版本 %1。</translation>
    </message>
    <message>
        <source>Rules never go back; activate newer ones only.</source>
        <translation>规则版本不能退回，只能启用更新的版本。</translation>
    </message>
    <message>
        <source>Not every desk follows rules %1 yet: %2.</source>
        <translation>还有工位不支持规则版本 %1：%2。</translation>
    </message>
    <message>
        <source>Update Griddesk on these desks and let them meet this one, or revoke those that are gone.</source>
        <translation>请更新这些工位的程序并与本工位同步一次；已不在用的工位请停用。</translation>
    </message>
    <message>
        <source>There is no such supply.</source>
        <translation>没有这种物资。</translation>
    </message>
    <message>
        <source>Look in the list of supplies, or add it there.</source>
        <translation>请在物资台账中查找，或先登记。</translation>
    </message>
    <message>
        <source>The quantity is missing.</source>
        <translation>没有填写数量。</translation>
    </message>
    <message>
        <source>Enter how much, more than nothing and with three places at most.</source>
        <translation>请填写大于零的数量，最多三位小数。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no move of stock.</source>
        <translation>“%1”不是出入库类型。</translation>
    </message>
    <message>
        <source>Use received, issued, returned or counted.</source>
        <translation>请使用 received（入库）、issued（领用）、returned（退库）或 counted（盘点）。</translation>
    </message>
    <message>
        <source>There is no such ticket.</source>
        <translation>没有这张工单。</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>请核对编号。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; uses no materials.</source>
        <translation>“%1”不使用材料。</translation>
    </message>
    <message>
        <source>Take them out of stock for the ticket instead.</source>
        <translation>请单独登记领用，并注明工单编号。</translation>
    </message>
    <message>
        <source>This program is too old: the company works by rules %1, and it knows them up to %2.</source>
        <translation>本机程序版本过旧：单位现行规则版本为 %1，本机程序只支持到 %2。</translation>
    </message>
    <message>
        <source>Update Griddesk on this desk. Meanwhile you can read, and what others enter still comes in.</source>
        <translation>请更新本工位的程序。更新前可以查看，其他工位登记的内容照常收到。</translation>
    </message>
    <message>
        <source>This came with rules %1, and the company still works by rules %2.</source>
        <translation>此项操作从规则版本 %1 起才有，单位现行规则版本为 %2。</translation>
    </message>
    <message>
        <source>Let an administrator activate rules %1 once every desk is updated.</source>
        <translation>请在所有工位更新后由系统管理员启用规则版本 %1。</translation>
    </message>
    <message>
        <source>%1: %2 are wanted, and %3 are in stock.</source>
        <translation>%1：需要 %2，库存只有 %3。</translation>
    </message>
    <message>
        <source>Take less, or enter first what came in or what was counted.</source>
        <translation>请少领一些，或先登记入库、盘点。</translation>
    </message>
    <message>
        <source>Draw the grids on the map, or import them, instead.</source>
        <translation>请在地图上划分网格，或导入地图。</translation>
    </message>
    <message>
        <source>Two grids have the code &quot;%1&quot;.</source>
        <translation>有两个网格的编码都是“%1”。</translation>
    </message>
    <message>
        <source>Give each its own.</source>
        <translation>请给每个网格各自的编码。</translation>
    </message>
    <message>
        <source>Look in the list of grids, or add it there.</source>
        <translation>请查网格台账，或先在台账中添加。</translation>
    </message>
    <message>
        <source>%1 is drawn twice.</source>
        <translation>%1 画了两次。</translation>
    </message>
    <message>
        <source>Draw each grid once for a day.</source>
        <translation>同一天每个网格只画一次。</translation>
    </message>
    <message>
        <source>The area of %1 is no area.</source>
        <translation>%1 的范围不成其为范围。</translation>
    </message>
    <message>
        <source>An area has three corners at least, and %1 at most.</source>
        <translation>范围至少三个角点，最多 %1 个。</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>什么也没有画。</translation>
    </message>
    <message>
        <source>Draw the area of a grid.</source>
        <translation>请画出网格的范围。</translation>
    </message>
    <message>
        <source>Too many grids are drawn at once.</source>
        <translation>一次画的网格太多。</translation>
    </message>
    <message>
        <source>Draw %1 at most.</source>
        <translation>一次最多 %1 个。</translation>
    </message>
    <message>
        <source>The picture is empty or larger than %1 pixels.</source>
        <translation>图片是空的，或者大于 %1 像素。</translation>
    </message>
    <message>
        <source>Save it smaller.</source>
        <translation>请另存为小一些的图片。</translation>
    </message>
    <message>
        <source>The picture has fewer than two known points.</source>
        <translation>图片上的已知点不足两个。</translation>
    </message>
    <message>
        <source>Mark two corners of streets or houses, far apart, and where they are on the map.</source>
        <translation>请标出两个相距较远的路口或房角，以及它们在地图上的位置。</translation>
    </message>
    <message>
        <source>The picture has more than %1 known points.</source>
        <translation>图片上的已知点超过 %1 个。</translation>
    </message>
    <message>
        <source>Keep those that are surest; four to ten are enough.</source>
        <translation>请只留最有把握的，四到十个就够了。</translation>
    </message>
    <message>
        <source>Point %1 lies nowhere.</source>
        <translation>第 %1 个点没有位置。</translation>
    </message>
    <message>
        <source>Mark it again.</source>
        <translation>请重新标记。</translation>
    </message>
    <message>
        <source>Points %1 and %2 are one and the same, in the picture or on the map.</source>
        <translation>第 %1 点和第 %2 点在图片上或地图上是同一处。</translation>
    </message>
    <message>
        <source>Take one of them away, or mark it elsewhere.</source>
        <translation>请去掉一个，或标到别处。</translation>
    </message>
    <message>
        <source>The known points lie on one line.</source>
        <translation>已知点都在一条直线上。</translation>
    </message>
    <message>
        <source>Mark one more to the side of it, or keep only two.</source>
        <translation>请在旁边再标一个，或者只留两个。</translation>
    </message>
    <message>
        <source>The picture would be seen from behind: two of the points are mixed up.</source>
        <translation>图片会左右颠倒：有两个点标反了。</translation>
    </message>
    <message>
        <source>Look at each point, and at where it is on the map.</source>
        <translation>请逐个核对每个点和它在地图上的位置。</translation>
    </message>
    <message>
        <source>%1 km²</source>
        <translation>%1 km²</translation>
    </message>
    <message>
        <source>%1 m²</source>
        <translation>%1 m²</translation>
    </message>
    <message>
        <source>%1: a row stays with what it is about.</source>
        <translation>%1：一行所对应的事项不能更改。</translation>
    </message>
    <message>
        <source>Remove it and add another one.</source>
        <translation>请删除后另行添加。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is for the person whom it was put to.</source>
        <translation>“%1”只能由被指定的人来做。</translation>
    </message>
    <message>
        <source>Let that person do it, or take it back.</source>
        <translation>请由本人办理，或先撤回。</translation>
    </message>
    <message>
        <source>These hours can&apos;t be read: &quot;%1&quot;.</source>
        <translation>看不懂这个时段：“%1”。</translation>
    </message>
    <message>
        <source>Write them as 08:30-12:00 13:30-17:30, one after the other; leave it empty where it is closed.</source>
        <translation>请按先后写成 08:30-12:00 13:30-17:30；不服务的日子留空。</translation>
    </message>
    <message>
        <source>There are no service hours &quot;%1&quot;.</source>
        <translation>没有编码为“%1”的服务时间。</translation>
    </message>
    <message>
        <source>Name one of that register by its code, or leave it empty.</source>
        <translation>请填服务时间台账中的编码，或留空。</translation>
    </message>
    <message>
        <source>There is no clock &quot;%1&quot;.</source>
        <translation>没有“%1”这种时限。</translation>
    </message>
    <message>
        <source>A standard takes either minutes or workdays.</source>
        <translation>一条服务标准只能填分钟或工作日中的一项。</translation>
    </message>
    <message>
        <source>Fill in one of the two.</source>
        <translation>请填其中一项。</translation>
    </message>
    <message>
        <source>A day off has no hours.</source>
        <translation>休息日没有服务时段。</translation>
    </message>
    <message>
        <source>Make it a workday, or leave the hours empty.</source>
        <translation>请改为上班日，或把时段留空。</translation>
    </message>
    <message>
        <source>Enter a later time.</source>
        <translation>请填写更晚的时间。</translation>
    </message>
    <message>
        <source>Enter codes from the list of grids, with commas between.</source>
        <translation>请填写网格台账中的代码，用逗号分开。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be told by itself.</source>
        <translation>无法自动通知“%1”。</translation>
    </message>
    <message>
        <source>Choose from the list who is told.</source>
        <translation>请从列表中选择通知对象。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time of day.</source>
        <translation>“%1”不是时刻。</translation>
    </message>
    <message>
        <source>Write it as 08:00. A shift that ends earlier than it begins ends the next day.</source>
        <translation>请按 08:00 的格式填写。结束早于开始的班次到次日结束。</translation>
    </message>
    <message>
        <source>A shift has a beginning and an end.</source>
        <translation>班次要有开始和结束时间。</translation>
    </message>
    <message>
        <source>Fill in both times, or neither.</source>
        <translation>两个时间都填，或者都不填。</translation>
    </message>
    <message>
        <source>There is no shift &quot;%1&quot;.</source>
        <translation>没有班次“%1”。</translation>
    </message>
    <message>
        <source>Type one of the shifts, or add it to that register.</source>
        <translation>请输入已有班次，或先在班次台账中添加。</translation>
    </message>
    <message>
        <source>This leave was approved for other days.</source>
        <translation>该假期已按其他日期批准。</translation>
    </message>
    <message>
        <source>Remove it and ask for the other days.</source>
        <translation>请删除后按新日期重新申请。</translation>
    </message>
    <message>
        <source>Whoever answers answers in the own name.</source>
        <translation>批假要以本人名义。</translation>
    </message>
    <message>
        <source>Sit down at the desk under your own name.</source>
        <translation>请用本人账号登录。</translation>
    </message>
    <message>
        <source>Nobody approves the own leave.</source>
        <translation>本人的假不能由本人批准。</translation>
    </message>
    <message>
        <source>Let the chief, the team leader or a superior answer.</source>
        <translation>请网格长、班组长或上级批复。</translation>
    </message>
    <message>
        <source>Leave is answered by: %1.</source>
        <translation>批假由以下人员办理：%1。</translation>
    </message>
    <message>
        <source>Let one of them answer.</source>
        <translation>请其中一人批复。</translation>
    </message>
    <message>
        <source>Somebody else checks whether it helped.</source>
        <translation>效果要由其他人核查。</translation>
    </message>
    <message>
        <source>Name another person than the one who answers for it.</source>
        <translation>请填写责任人以外的人。</translation>
    </message>
    <message>
        <source>There is no such other ticket.</source>
        <translation>没有这张工单。</translation>
    </message>
    <message>
        <source>Enter the number of an earlier one about the same matter.</source>
        <translation>请填写同一事项中较早的工单编号。</translation>
    </message>
    <message>
        <source>%1 is over.</source>
        <translation>%1 已办结。</translation>
    </message>
    <message>
        <source>Look there for what was done, and go on with this one.</source>
        <translation>请查看该单的办理情况，本单继续办理。</translation>
    </message>
    <message>
        <source>%1 waits with another one itself.</source>
        <translation>%1 本身已并入其他工单。</translation>
    </message>
    <message>
        <source>Join this one to that other one.</source>
        <translation>请把本单并入那张工单。</translation>
    </message>
    <message>
        <source>%1 came later than this one.</source>
        <translation>%1 比本单晚。</translation>
    </message>
    <message>
        <source>Join the later one to the earlier one.</source>
        <translation>请把较晚的并入较早的。</translation>
    </message>
    <message>
        <source>There is no such outage.</source>
        <translation>没有这次停供。</translation>
    </message>
    <message>
        <source>Choose one from the list of outages.</source>
        <translation>请从停供列表中选择。</translation>
    </message>
    <message>
        <source>%1: what was promised stays as it is by today&apos;s hours and holidays.</source>
        <translation>%1：按现在的工作时间和节假日，承诺时限没有变化。</translation>
    </message>
    <message>
        <source>Ask for more time if it can&apos;t be kept.</source>
        <translation>如不能按时完成，请申请延期。</translation>
    </message>
    <message>
        <source>What came of it is missing.</source>
        <translation>缺少处理结果。</translation>
    </message>
    <message>
        <source>Both have signed this handover.</source>
        <translation>这次交接班双方已经签字。</translation>
    </message>
    <message>
        <source>What comes up later belongs into the duty log.</source>
        <translation>之后发生的情况请记入值班记录。</translation>
    </message>
    <message>
        <source>A shift is taken over by somebody at some moment.</source>
        <translation>接班要有接班人和接班时间。</translation>
    </message>
    <message>
        <source>Fill in both, or neither.</source>
        <translation>请都填写，或都不填。</translation>
    </message>
    <message>
        <source>A shift is handed over in the own name.</source>
        <translation>交班须以本人名义办理。</translation>
    </message>
    <message>
        <source>A shift is taken over by somebody else, in the own name.</source>
        <translation>接班须由另一人以本人名义办理。</translation>
    </message>
    <message>
        <source>Let the one who takes over sit down under the own name.</source>
        <translation>请接班人用本人账号登录后接班。</translation>
    </message>
    <message>
        <source>%1 lies between 1 and %2.</source>
        <translation>%1应在 1 到 %2 之间。</translation>
    </message>
    <message>
        <source>Enter another number, or leave it out.</source>
        <translation>请另填一个数，或不填。</translation>
    </message>
    <message>
        <source>There is no such plan.</source>
        <translation>没有这个计划。</translation>
    </message>
    <message>
        <source>Choose one from the list of plans.</source>
        <translation>请从计划列表中选择。</translation>
    </message>
    <message>
        <source>The plan &quot;%1&quot; has no round that begins then.</source>
        <translation>计划“%1”没有从那时开始的轮次。</translation>
    </message>
    <message>
        <source>Take the round from the list of those to be visited.</source>
        <translation>请从待走访名单取轮次。</translation>
    </message>
    <message>
        <source>Answers are numbers from 1 to 5, one for each question.</source>
        <translation>评分为 1 到 5，每个问题一个。</translation>
    </message>
    <message>
        <source>Write them as 5,4,3, and leave one out where nobody answered.</source>
        <translation>请写成 5,4,3，没有回答的留空。</translation>
    </message>
    <message>
        <source>What was done is checked by somebody, after it was done.</source>
        <translation>完成后由他人检查效果。</translation>
    </message>
    <message>
        <source>What was handed over stands as it is, and may have been brought up to date meanwhile.</source>
        <translation>交班内容不能改动；对方可能刚刚更新过。</translation>
    </message>
    <message>
        <source>Read it once more, and write what differs into the remark.</source>
        <translation>请重新看一遍，有出入的写在备注里。</translation>
    </message>
    <message>
        <source>This plan has begun: visits are on record by its rounds and questions.</source>
        <translation>计划已经开始，走访记录按原来的轮次和问题登记。</translation>
    </message>
    <message>
        <source>End it and enter another plan.</source>
        <translation>请结束这个计划，另建一个。</translation>
    </message>
    <message>
        <source>%1 holds a number that leads to a person.</source>
        <translation>%1里有能找到个人的号码。</translation>
    </message>
    <message>
        <source>Leave it out here. A caller&apos;s number is kept sealed in the field for it.</source>
        <translation>请不要写在这里；来电号码填在“电话”栏，加密保存。</translation>
    </message>
    <message>
        <source>This is on record for others too.</source>
        <translation>这条记录别人也要用，不能删除。</translation>
    </message>
    <message>
        <source>Add what is to be said instead.</source>
        <translation>请另作补充说明。</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Reading stopped: %1</source>
        <translation>读取中断：%1</translation>
    </message>
    <message>
        <source>Copy the file to another disk and try again.</source>
        <translation>请把文件复制到其他磁盘后重试。</translation>
    </message>
    <message>
        <source>A row is longer than 16 MB</source>
        <translation>有一行超过 16 MB</translation>
    </message>
    <message>
        <source>line %1 of %2</source>
        <translation>%2 第%1行</translation>
    </message>
    <message>
        <source>Look there for a quotation mark without its partner.</source>
        <translation>请在该处查找不成对的引号。</translation>
    </message>
    <message>
        <source>The text is not %1</source>
        <translation>文本不是 %1 编码</translation>
    </message>
    <message>
        <source>byte %1 of %2</source>
        <translation>%2 第%1字节</translation>
    </message>
    <message>
        <source>Name the right encoding, for Chinese text usually GB18030 or UTF-8, or let it be found.</source>
        <translation>请指定正确的编码（中文一般是 GB18030 或 UTF-8），或让程序自动识别。</translation>
    </message>
    <message>
        <source>a quotation mark opens in this row and is never closed</source>
        <translation>这一行的引号只有开头，没有结尾</translation>
    </message>
    <message>
        <source>The text looks like %1 but is damaged</source>
        <translation>文本像是 %1 编码，但已损坏</translation>
    </message>
    <message>
        <source>Save it again from the program that made it, or name its encoding.</source>
        <translation>请用原程序重新保存，或指定编码。</translation>
    </message>
    <message>
        <source>The text&apos;s encoding can&apos;t be found</source>
        <translation>无法识别文本编码</translation>
    </message>
    <message>
        <source>Save it as UTF-8, or name its encoding, for example GB18030.</source>
        <translation>请另存为 UTF-8，或指定编码，如 GB18030。</translation>
    </message>
    <message>
        <source>The file is neither a text nor a workbook</source>
        <translation>文件既不是文本也不是工作簿</translation>
    </message>
    <message>
        <source>Save the table as CSV in UTF-8 or as XLSX. If it is UTF-16 without a mark, name the encoding UTF-16LE.</source>
        <translation>请将表格另存为 UTF-8 编码的 CSV 或 XLSX。如果是没有标记的 UTF-16，请指定编码 UTF-16LE。</translation>
    </message>
    <message>
        <source>it repeats a row that was refused</source>
        <translation>与已拒收的一行重复</translation>
    </message>
    <message>
        <source>The desk can&apos;t be read.</source>
        <translation>工位数据无法读取。</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; of the mapping</source>
        <translation>字段对应文件的字段“%1”</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; for %2</source>
        <translation>%2 没有字段“%1”</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>请从中选用：%1。</translation>
    </message>
    <message>
        <source>The table has no column &quot;%1&quot;</source>
        <translation>表格中没有列“%1”</translation>
    </message>
    <message>
        <source>Use one of its columns: %1.</source>
        <translation>请从表格的列中选用：%1。</translation>
    </message>
    <message>
        <source>Formats are for times</source>
        <translation>格式只用于时间</translation>
    </message>
    <message>
        <source>Leave the formats out.</source>
        <translation>请去掉格式。</translation>
    </message>
    <message>
        <source>None of the columns is one that Griddesk knows</source>
        <translation>没有一列是网格受理台认识的</translation>
    </message>
    <message>
        <source>Name a mapping file, or head the columns with: %1.</source>
        <translation>请指定字段对应文件，或把列名改为：%1。</translation>
    </message>
    <message>
        <source>It is neither the name of a column nor an object</source>
        <translation>既不是列名，也不是对象</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no option of a field</source>
        <translation>“%1”不是字段的选项</translation>
    </message>
    <message>
        <source>It needs either a column or a constant</source>
        <translation>须指定列或固定值中的一项</translation>
    </message>
    <message>
        <source>The mapping is not valid JSON: %1</source>
        <translation>字段对应文件不是有效的 JSON：%1</translation>
    </message>
    <message>
        <source>Correct it there.</source>
        <translation>请在该处更正。</translation>
    </message>
    <message>
        <source>The mapping feeds no field</source>
        <translation>字段对应文件没有对应任何字段</translation>
    </message>
    <message>
        <source>Write {&quot;fields&quot;: {&quot;title&quot;: &quot;name of a column&quot;, …}}.</source>
        <translation>请写成 {&quot;fields&quot;: {&quot;title&quot;: &quot;列名&quot;, …}}。</translation>
    </message>
    <message>
        <source>field &quot;%1&quot; in %2</source>
        <translation>%2 的字段“%1”</translation>
    </message>
    <message>
        <source>A field may have: %1.</source>
        <translation>字段可用选项：%1。</translation>
    </message>
    <message>
        <source>The mapping is a folder</source>
        <translation>字段对应文件是文件夹</translation>
    </message>
    <message>
        <source>There is no such mapping file</source>
        <translation>没有这个字段对应文件</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>The mapping can&apos;t be read: %1</source>
        <translation>字段对应文件无法读取：%1</translation>
    </message>
    <message>
        <source>Ask its owner for the permission to read it, or for a copy.</source>
        <translation>请向文件所有者申请读取权限，或索取一份副本。</translation>
    </message>
    <message>
        <source>the cell holds a NUL byte, as damaged files do</source>
        <translation>单元格含有 NUL 字节，文件可能已损坏</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a state of any workflow</source>
        <translation>“%1”不是任何流程的状态</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time that exists, or is written in another format</source>
        <translation>“%1”不是实际存在的时间，或格式不同</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither yes nor no</source>
        <translation>“%1”既不是“是”也不是“否”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of: %2</source>
        <translation>“%1”不在可选范围内：%2</translation>
    </message>
    <message>
        <source>no grid has the code or the name &quot;%1&quot;</source>
        <translation>没有代码或名称为“%1”的网格</translation>
    </message>
    <message>
        <source>nobody on the staff has the login or alone the name &quot;%1&quot;</source>
        <translation>人员名单中没有登录名为“%1”的人，按姓名也不能确定是谁</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>This is a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>Choose a file in it.</source>
        <translation>请选择其中的文件。</translation>
    </message>
    <message>
        <source>This is not a regular file</source>
        <translation>这不是普通文件</translation>
    </message>
    <message>
        <source>Copy it to a file.</source>
        <translation>请先复制成文件。</translation>
    </message>
    <message>
        <source>You may not read this file</source>
        <translation>您没有读取这个文件的权限</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>文件为空</translation>
    </message>
    <message>
        <source>This is the lock file of a workbook that somebody has open</source>
        <translation>这是他人正在打开的工作簿的锁定文件</translation>
    </message>
    <message>
        <source>Choose the workbook itself, the same name without ~$.</source>
        <translation>请选择工作簿本身，即去掉 ~$ 的同名文件。</translation>
    </message>
    <message>
        <source>The workbook is of the old XLS format or locked by a password</source>
        <translation>工作簿是旧的 XLS 格式，或有密码保护</translation>
    </message>
    <message>
        <source>Save it as XLSX without a password.</source>
        <translation>请另存为不带密码的 XLSX。</translation>
    </message>
    <message>
        <source>This is a document and not a table</source>
        <translation>这是文档，不是表格</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet program and save it as XLSX.</source>
        <translation>请用表格程序打开，另存为 XLSX。</translation>
    </message>
    <message>
        <source>There is no encoding &quot;%1&quot;</source>
        <translation>没有编码“%1”</translation>
    </message>
    <message>
        <source>Name one of these: UTF-8, GB18030, GBK, Big5, UTF-16, ISO-8859-1.</source>
        <translation>请从中选用：UTF-8、GB18030、GBK、Big5、UTF-16、ISO-8859-1。</translation>
    </message>
    <message>
        <source>A text has no sheet &quot;%1&quot;</source>
        <translation>文本文件没有工作表“%1”</translation>
    </message>
    <message>
        <source>Leave the name of the sheet out.</source>
        <translation>请不要填工作表名称。</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened: %1</source>
        <translation>文件无法打开：%1</translation>
    </message>
    <message>
        <source>it names nothing by which it could be known again</source>
        <translation>没有可用来识别它的内容</translation>
    </message>
    <message>
        <source>The desk can&apos;t be read</source>
        <translation>工位数据无法读取</translation>
    </message>
    <message>
        <source>Check the disk and the folder&apos;s permissions.</source>
        <translation>请检查磁盘和文件夹权限。</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第%1列</translation>
    </message>
    <message>
        <source>the row has %1 cells, the header %2; not expected: %3</source>
        <translation>这一行有%1个单元格，表头有%2个；多出：%3</translation>
    </message>
    <message>
        <source>The table has no header row</source>
        <translation>表格没有表头</translation>
    </message>
    <message>
        <source>Put the names of the columns into its first row.</source>
        <translation>请把列名放在第一行。</translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>文件无法写入：%1</translation>
    </message>
    <message>
        <source>Make room on the disk or choose another folder.</source>
        <translation>请腾出磁盘空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>it was taken in before as %1, and %2 can&apos;t be changed afterwards</source>
        <translation>之前已登记为 %1，%2不能再改</translation>
    </message>
    <message>
        <source>so says the source</source>
        <translation>按来源记录</translation>
    </message>
    <message>
        <source>the source says &quot;%1&quot;, but %2 is &quot;%3&quot;; take the steps there</source>
        <translation>来源状态是“%1”，而 %2 是“%3”；请在工单中办理相应步骤</translation>
    </message>
    <message>
        <source>Workbooks can&apos;t be read on this desk</source>
        <translation>本工位不能读取工作簿</translation>
    </message>
    <message>
        <source>Install griddesk&apos;s module griddesk_workbook with GDAL, or save the table as CSV.</source>
        <translation>请安装网格受理台的 griddesk_workbook 模块（含 GDAL），或将表格另存为 CSV。</translation>
    </message>
    <message>
        <source>The file is no XLSX or ODS workbook</source>
        <translation>文件不是 XLSX 或 ODS 工作簿</translation>
    </message>
    <message>
        <source>The file is no XLSX or ODS workbook, or damaged (%1)</source>
        <translation>文件不是 XLSX 或 ODS 工作簿，或已损坏（%1）</translation>
    </message>
    <message>
        <source>Open it in the program that made it and save it as XLSX.</source>
        <translation>请用原程序打开，另存为 XLSX。</translation>
    </message>
    <message>
        <source>The workbook has no header row: all its sheets are empty</source>
        <translation>工作簿没有表头：所有工作表都是空的</translation>
    </message>
    <message>
        <source>Choose another workbook.</source>
        <translation>请选择其他工作簿。</translation>
    </message>
    <message>
        <source>The workbook has no filled sheet &quot;%1&quot;</source>
        <translation>工作簿中没有名为“%1”且有内容的工作表</translation>
    </message>
    <message>
        <source>Choose one of these: %1.</source>
        <translation>请从中选择：%1。</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t name a sheet</source>
        <translation>“%1”不能用作工作表名称</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were longer than a workbook allows and end with …; CSV holds them whole</source>
        <translation>
            <numerusform>%n个单元格超出工作簿允许的长度，已截短并以 … 结尾；CSV 中内容完整</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer&apos;s number at source</source>
        <translation>客户在来源处的编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>no customer alone has the number, phone or name &quot;%1&quot;</source>
        <translation>编号、电话或姓名“%1”找不到唯一的客户</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was just proposed for a row that names none; give this one another</source>
        <translation>“%1”刚拟给了没有填写的一行，请给这一行另取一个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number with three places at most</source>
        <translation>“%1”不是最多三位小数的数字</translation>
    </message>
    <message>
        <source>the file draws this grid twice; join both parts to one area there</source>
        <translation>文件中这个网格画了两次；请在文件里把两部分合成一个范围</translation>
    </message>
    <message>
        <source>Name the encoding, for example GB18030.</source>
        <translation>请指定编码，例如 GB18030。</translation>
    </message>
    <message>
        <source>column %1 of %2</source>
        <translation>%2 的第 %1 列</translation>
    </message>
    <message>
        <source>feature %1, column &quot;%2&quot; of %3</source>
        <translation>%3 的第 %1 个图形，“%2”列</translation>
    </message>
    <message>
        <source>Save the drawing again as DXF in the program that made it.</source>
        <translation>请在原来的软件里重新另存为 DXF。</translation>
    </message>
    <message>
        <source>The drawing is damaged: there is no code</source>
        <translation>图纸已损坏：这里缺少组码</translation>
    </message>
    <message>
        <source>The drawing is damaged: a line is too long, or no text</source>
        <translation>图纸已损坏：有一行太长，或不是文字</translation>
    </message>
    <message>
        <source>The drawing is damaged: &quot;%1&quot; stands in the wrong place</source>
        <translation>图纸已损坏：“%1”的位置不对</translation>
    </message>
    <message>
        <source>The drawing breaks off</source>
        <translation>图纸不完整，中途断了</translation>
    </message>
    <message>
        <source>It has more than %1 corners or %2 rings.</source>
        <translation>拐点超过 %1 个，或边界圈超过 %2 个。</translation>
    </message>
    <message>
        <source>It is a collection of collections without end.</source>
        <translation>图形层层嵌套，太深了。</translation>
    </message>
    <message>
        <source>A corner is no number (%1).</source>
        <translation>有个拐点的坐标不是数字（%1）。</translation>
    </message>
    <message>
        <source>A corner is no place on earth (%1).</source>
        <translation>有个拐点不在地球上（%1）。</translation>
    </message>
    <message>
        <source>One of its rings has less than three corners.</source>
        <translation>有一圈边界不足三个拐点。</translation>
    </message>
    <message>
        <source>Its geometry can&apos;t be read (%1).</source>
        <translation>图形读不出来（%1）。</translation>
    </message>
    <message>
        <source>It has no geometry.</source>
        <translation>没有图形。</translation>
    </message>
    <message>
        <source>It holds lines or points beside its area.</source>
        <translation>除了面，还混有线或点。</translation>
    </message>
    <message>
        <source>It is no area.</source>
        <translation>不是面。</translation>
    </message>
    <message>
        <source>It is a point and no area.</source>
        <translation>是点，不是面。</translation>
    </message>
    <message>
        <source>The line isn&apos;t closed.</source>
        <translation>线没有闭合。</translation>
    </message>
    <message>
        <source>It is a line and no area.</source>
        <translation>是线，不是面。</translation>
    </message>
    <message>
        <source>The map has more than %1 MB</source>
        <translation>地图文件超过 %1 MB</translation>
    </message>
    <message>
        <source>Export only the layer and the area that are needed.</source>
        <translation>请只导出需要的图层和范围。</translation>
    </message>
    <message>
        <source>This is a drawing in AutoCAD&apos;s own format DWG</source>
        <translation>这是 AutoCAD 的 DWG 图纸</translation>
    </message>
    <message>
        <source>Save it as DXF in the program that made it.</source>
        <translation>请在原来的软件里另存为 DXF。</translation>
    </message>
    <message>
        <source>This is a DXF in its binary form</source>
        <translation>这是二进制的 DXF</translation>
    </message>
    <message>
        <source>Save it as DXF in text form (ASCII).</source>
        <translation>请另存为文本（ASCII）格式的 DXF。</translation>
    </message>
    <message>
        <source>This is an archive or a workbook</source>
        <translation>这是压缩包或工作簿</translation>
    </message>
    <message>
        <source>Unpack it and choose the map inside: the .kml, the .shp or the .geojson.</source>
        <translation>请先解压，再选里面的地图：.kml、.shp 或 .geojson。</translation>
    </message>
    <message>
        <source>This is a picture</source>
        <translation>这是图片</translation>
    </message>
    <message>
        <source>Place it as the background of the map, and draw the grids on it.</source>
        <translation>请把它设为地图底图，再在上面画网格。</translation>
    </message>
    <message>
        <source>This is a document and not a map</source>
        <translation>这是文档，不是地图</translation>
    </message>
    <message>
        <source>Ask its author for the map as GeoJSON, Shapefile, KML, GeoPackage or DXF.</source>
        <translation>请向提供者索要 GeoJSON、Shapefile、KML、GeoPackage 或 DXF 格式的地图。</translation>
    </message>
    <message>
        <source>This is no map that can be read</source>
        <translation>读不出这个地图文件</translation>
    </message>
    <message>
        <source>Choose a GeoJSON, Shapefile (.shp), KML, GeoPackage or DXF.</source>
        <translation>请选择 GeoJSON、Shapefile（.shp）、KML、GeoPackage 或 DXF 文件。</translation>
    </message>
    <message>
        <source>This is only a part of a Shapefile</source>
        <translation>这只是 Shapefile 的一部分</translation>
    </message>
    <message>
        <source>Choose the file of the same name with .shp at its end.</source>
        <translation>请选择同名的 .shp 文件。</translation>
    </message>
    <message>
        <source>This is a base map (MBTiles): pictures without areas</source>
        <translation>这是底图（MBTiles）：只有图片，没有网格的面</translation>
    </message>
    <message>
        <source>Set it as the background of the map.</source>
        <translation>请把它设为地图底图。</translation>
    </message>
    <message>
        <source>Another program has the map open, or left it unfinished</source>
        <translation>地图正被别的程序打开，或者没有写完</translation>
    </message>
    <message>
        <source>Close it there, and then read it here.</source>
        <translation>请先在那边关闭，再到这里读取。</translation>
    </message>
    <message>
        <source>The map holds nothing</source>
        <translation>地图里什么也没有</translation>
    </message>
    <message>
        <source>Export it again from the program that made it, with its features.</source>
        <translation>请在原来的软件里重新导出，带上图形。</translation>
    </message>
    <message>
        <source>The map has several layers</source>
        <translation>地图里有好几个图层</translation>
    </message>
    <message>
        <source>The map has no layer &quot;%1&quot;</source>
        <translation>地图里没有“%1”图层</translation>
    </message>
    <message>
        <source>Maps can&apos;t be read on this desk</source>
        <translation>本工位不能读取地图文件</translation>
    </message>
    <message>
        <source>Install griddesk&apos;s module griddesk_maps with GDAL.</source>
        <translation>请安装 griddesk 的 griddesk_maps 模块和 GDAL。</translation>
    </message>
    <message>
        <source>The map is damaged</source>
        <translation>地图文件已损坏</translation>
    </message>
    <message>
        <source>The map is damaged, or not what it says (%1)</source>
        <translation>地图文件已损坏，或与所称格式不符（%1）</translation>
    </message>
    <message>
        <source>Open it in the program that made it and export it again.</source>
        <translation>请在原来的软件里打开，重新导出。</translation>
    </message>
    <message>
        <source>Reading was stopped</source>
        <translation>已停止读取</translation>
    </message>
    <message>
        <source>Nothing was taken.</source>
        <translation>什么也没有导入。</translation>
    </message>
    <message>
        <source>The map has more than %1 features</source>
        <translation>地图里的图形超过 %1 个</translation>
    </message>
    <message>
        <source>The map has more than %1 corners</source>
        <translation>地图里的拐点超过 %1 个</translation>
    </message>
    <message>
        <source>The map has more than %1 MB of attributes</source>
        <translation>地图的属性超过 %1 MB</translation>
    </message>
    <message>
        <source>The map has more than %1 attributes</source>
        <translation>地图的属性超过 %1 列</translation>
    </message>
    <message>
        <source>There is no way from %1 to WGS 84</source>
        <translation>%1 无法换算到 WGS 84</translation>
    </message>
    <message>
        <source>Export the map in CGCS2000 or WGS 84.</source>
        <translation>请用 CGCS2000 或 WGS 84 导出地图。</translation>
    </message>
    <message>
        <source>There is no coordinate system &quot;%1&quot;</source>
        <translation>没有“%1”这个坐标系</translation>
    </message>
    <message>
        <source>Name it by its EPSG number, for example 4490 for CGCS2000 in degrees or 4547 for its 3° zone of 114°E.</source>
        <translation>请填 EPSG 编号，例如 4490 是 CGCS2000 经纬度，4547 是 CGCS2000 三度带、中央经线 114°E。</translation>
    </message>
    <message>
        <source>Name the coordinate system, for example EPSG:4547 for CGCS2000 with the central meridian 114°E; whoever made the map knows it.</source>
        <translation>请指定坐标系，例如 EPSG:4547 是 CGCS2000、中央经线 114°E；制图的人知道是哪一个。</translation>
    </message>
    <message>
        <source>Name the coordinate system; by the digits it may be %1.</source>
        <translation>请指定坐标系；看数字可能是 %1。</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>The map names no coordinate system, and its values (%1) are no degrees</source>
        <translation>地图没有注明坐标系，数值（%1）也不是经纬度</translation>
    </message>
    <message>
        <source>The values (%1) are no degrees, but the coordinate system is %2</source>
        <translation>数值（%1）不是经纬度，坐标系却是 %2</translation>
    </message>
    <message>
        <source>The values are degrees, but the coordinate system %1 is in metres</source>
        <translation>数值是经纬度，坐标系 %1 却以米为单位</translation>
    </message>
    <message>
        <source>Name the right one, for example 4490 for CGCS2000 in degrees.</source>
        <translation>请指定正确的坐标系，例如 4490 是 CGCS2000 经纬度。</translation>
    </message>
    <message>
        <source>%1 before, %2 after; %3</source>
        <translation>修复前 %1，修复后 %2；%3</translation>
    </message>
    <message>
        <source>Save it again from the program that made it.</source>
        <translation>请在原来的软件里重新保存。</translation>
    </message>
    <message>
        <source>The map names no coordinate system; its values are degrees and were taken for WGS 84.</source>
        <translation>地图没有写明坐标系；坐标值是经纬度，按 WGS 84 处理。</translation>
    </message>
    <message>
        <source>How %1 lies to WGS 84 isn&apos;t known exactly: everything may be off by some hundred metres.</source>
        <translation>%1 与 WGS 84 的换算参数不完全清楚，整体可能偏移上百米。</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were too long and were cut.</source>
        <translation>
            <numerusform>%n 处文字过长，已截短。</numerusform>
        </translation>
    </message>
    <message>
        <source>No. %1</source>
        <comment>of an area without a name</comment>
        <translation>第 %1 号</translation>
    </message>
    <message>
        <source>Shape %1 is damaged</source>
        <translation>第 %1 个图形已损坏</translation>
    </message>
    <message>
        <source>Hand in all the files that belong to the Shapefile, the .shx too, or export it again.</source>
        <translation>请把 Shapefile 的全套文件（含 .shx）一并交来，或重新导出。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read as JSON at byte %1: %2</source>
        <translation>文件第 %1 字节处不是正确的 JSON：%2</translation>
    </message>
    <message>
        <source>Fetch it anew, or have it exported as CSV or XLSX.</source>
        <translation>请重新获取，或导出为 CSV、XLSX。</translation>
    </message>
    <message>
        <source>There is no list of records in this file</source>
        <translation>文件里没有记录列表</translation>
    </message>
    <message>
        <source>It takes an array of objects, one for each row.</source>
        <translation>需要一个对象数组，每个对象为一行。</translation>
    </message>
    <message>
        <source>The file is larger than 64 MiB</source>
        <translation>文件超过 64 MiB</translation>
    </message>
    <message>
        <source>Have it exported as CSV, which may be of any length.</source>
        <translation>请导出为 CSV，长度不限。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was taken in, but can&apos;t be moved: %2.</source>
        <translation>“%1”已受理，但无法移走：%2。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions; nothing is taken in twice.</source>
        <translation>请检查文件夹权限；不会重复受理。</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>没有文件夹 %1。</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>请检查名称。</translation>
    </message>
    <message>
        <source>%1 is no folder of its own.</source>
        <translation>%1 不是独立的文件夹。</translation>
    </message>
    <message>
        <source>Take it away; it is made anew.</source>
        <translation>请将其移走，系统会重新建立。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made.</source>
        <translation>无法建立 %1。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>请检查文件夹权限。</translation>
    </message>
    <message>
        <source>No mapping lies beside this table</source>
        <translation>这张表格旁边没有字段对应文件</translation>
    </message>
    <message>
        <source>Lay one beside it, called &quot;%1&quot;.</source>
        <translation>请在旁边放一个名为“%1”的字段对应文件。</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB</source>
        <translation>文件大于 %1 MB</translation>
    </message>
    <message>
        <source>the reason can&apos;t be written</source>
        <translation>无法写下原因</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>已被停止</translation>
    </message>
    <message>
        <source>only http and https addresses are asked</source>
        <translation>只访问 http 和 https 地址</translation>
    </message>
    <message>
        <source>the server leads elsewhere: %1</source>
        <translation>服务器要求转到别处：%1</translation>
    </message>
    <message>
        <source>the server lets nobody in without the right key (%1)</source>
        <translation>服务器要求正确的密钥（%1）</translation>
    </message>
    <message>
        <source>there is nothing at this address (%1)</source>
        <translation>这个地址上没有内容（%1）</translation>
    </message>
    <message>
        <source>the server is asked too often (%1)</source>
        <translation>访问服务器过于频繁（%1）</translation>
    </message>
    <message>
        <source>the server has failed (%1)</source>
        <translation>服务器出错（%1）</translation>
    </message>
    <message>
        <source>the server refuses (%1)</source>
        <translation>服务器拒绝（%1）</translation>
    </message>
    <message>
        <source>the answer took too long</source>
        <translation>应答时间过长</translation>
    </message>
    <message>
        <source>the server has gone silent</source>
        <translation>服务器没有响应</translation>
    </message>
    <message>
        <source>the answer is larger than %1 MB</source>
        <translation>应答大于 %1 MB</translation>
    </message>
    <message>
        <source>its address leads to no public place on the web</source>
        <translation>其地址不是公开的网址</translation>
    </message>
    <message>
        <source>it is neither a picture nor a film nor a PDF but %1</source>
        <translation>它不是图片、视频或 PDF，而是 %1</translation>
    </message>
    <message>
        <source>%1 was not fetched: %2</source>
        <translation>未能取得 %1：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be a service&apos;s name.</source>
        <translation>“%1”不能用作服务名称。</translation>
    </message>
    <message>
        <source>Use up to sixty characters and no slash.</source>
        <translation>最多六十个字符，不能有斜线。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a service.</source>
        <translation>“%1”不是服务地址。</translation>
    </message>
    <message>
        <source>Write it as https://HOST/PATH, without &quot;requests&quot; at its end.</source>
        <translation>请写成 https://主机/路径，末尾不带 requests。</translation>
    </message>
    <message>
        <source>The address holds a password, a question or a place in a page.</source>
        <translation>地址中带有密码、查询参数或页内位置。</translation>
    </message>
    <message>
        <source>A number of minutes lies outside of ninety days.</source>
        <translation>分钟数超出九十天。</translation>
    </message>
    <message>
        <source>Enter fewer minutes.</source>
        <translation>请填写较小的分钟数。</translation>
    </message>
    <message>
        <source>the service didn&apos;t take the status: %1</source>
        <translation>服务没有接受办理状态：%1</translation>
    </message>
    <message>
        <source>Closed at the source without a word.</source>
        <translation>来源处已办结，未附说明。</translation>
    </message>
    <message>
        <source>Closed at the source: %1</source>
        <translation>来源处已办结：%1</translation>
    </message>
    <message>
        <source>Ask whoever runs the service.</source>
        <translation>请询问该服务的管理方。</translation>
    </message>
    <message>
        <source>The answer holds more requests, or deeper ones, than any service sends</source>
        <translation>应答中的诉求过多或层次过深，不合常理</translation>
    </message>
    <message>
        <source>The answer is no list of service requests as GeoReport v2 has it</source>
        <translation>应答不是 GeoReport v2 的诉求列表</translation>
    </message>
    <message>
        <source>Check the service&apos;s address.</source>
        <translation>请检查服务地址。</translation>
    </message>
    <message>
        <source>it has more members than any request needs</source>
        <translation>字段过多，不合常理</translation>
    </message>
    <message>
        <source>its number is neither a number nor a text</source>
        <translation>编号既不是数字也不是文本</translation>
    </message>
    <message>
        <source>it has neither a number nor a token</source>
        <translation>既没有编号也没有凭证号</translation>
    </message>
    <message>
        <source>its number is too long or holds unprintable characters</source>
        <translation>编号过长或含有不可显示的字符</translation>
    </message>
    <message>
        <source>The service answers: %1</source>
        <translation>服务答复：%1</translation>
    </message>
    <message>
        <source>The answer is a web page and no list of requests</source>
        <translation>应答是网页，不是诉求列表</translation>
    </message>
    <message>
        <source>Check the service&apos;s address, or wait until its maintenance is over.</source>
        <translation>请检查服务地址，或等对方维护结束。</translation>
    </message>
    <message>
        <source>The answer is empty</source>
        <translation>应答是空的</translation>
    </message>
    <message>
        <source>The answer can&apos;t be read as JSON at byte %1: %2</source>
        <translation>应答在第 %1 字节处不是有效的 JSON：%2</translation>
    </message>
    <message>
        <source>Ask once more; if it stays so, ask whoever runs the service.</source>
        <translation>请再试一次；仍然如此时请询问该服务的管理方。</translation>
    </message>
    <message>
        <source>The XML has a document type or entities of its own</source>
        <translation>XML 带有文档类型或自定义实体</translation>
    </message>
    <message>
        <source>Ask whoever runs the service; GeoReport v2 has none.</source>
        <translation>请询问该服务的管理方；GeoReport v2 不含这些内容。</translation>
    </message>
    <message>
        <source>The answer can&apos;t be read as XML in line %1: %2</source>
        <translation>应答在第 %1 行不是有效的 XML：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be used and was left out</source>
        <translation>“%1”无法使用，已略去</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>What was taken in stays; the rest comes with the next time.</source>
        <translation>已受理的保留，其余下次再读。</translation>
    </message>
    <message>
        <source>The service sends pages without end.</source>
        <translation>该服务不断送出新页，没有尽头。</translation>
    </message>
    <message>
        <source>The service pays no heed to the dates that it is asked for; what it no longer shows can&apos;t be read.</source>
        <translation>该服务不理会查询的日期；它不再显示的诉求无法读到。</translation>
    </message>
    <message>
        <source>The service shows no more than %1 requests of the minute %2; others of the same minute may be missing.</source>
        <translation>该服务对 %2 这一分钟最多显示 %1 条诉求，同一分钟的其他诉求可能缺失。</translation>
    </message>
    <message>
        <source>Leave that out; a key is given by itself.</source>
        <translation>请去掉这部分；密钥另行填写。</translation>
    </message>
    <message>
        <source>%1 holds something else already: &quot;%2&quot;.</source>
        <translation>%1 里已有别的东西：“%2”。</translation>
    </message>
    <message>
        <source>Choose an empty folder of its own: every file in it is moved.</source>
        <translation>请另选一个专用的空文件夹：里面的文件都会被移走。</translation>
    </message>
    <message>
        <source>%1 belongs to a desk, or holds one.</source>
        <translation>%1 是工位自己的文件夹，或在其中，或包含它。</translation>
    </message>
    <message>
        <source>%1 is a home folder, or the whole disk.</source>
        <translation>%1 是用户主文件夹或整个磁盘。</translation>
    </message>
    <message>
        <source>Matters from &quot;%1&quot; name the same source: &quot;%2&quot;.</source>
        <translation>“%1”的诉求用的是同一个来源名称：“%2”。</translation>
    </message>
    <message>
        <source>Rename the folder, or give it a mapping with a source.</source>
        <translation>请给文件夹改名，或为它选一个写明来源的对照文件。</translation>
    </message>
    <message>
        <source>Give it another address, or a mapping with a source.</source>
        <translation>请换一个地址，或为它选一个写明来源的对照文件。</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Number prefix</source>
        <translation>编号前缀</translation>
    </message>
    <message>
        <source>Epoch letter</source>
        <translation>期次字母</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>维修队</translation>
    </message>
    <message>
        <source>Work phone</source>
        <translation>工作电话</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>技能</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Grid chief</source>
        <translation>网格长</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>住户数</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>社区</translation>
    </message>
    <message>
        <source>Address begins with</source>
        <translation>地址开头</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>特殊需要</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Number at source</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Keeper</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Service line</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Questions to ask</source>
        <translation>需询问的问题</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟数</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>反映人身份</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Happened at</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Handling unit</source>
        <translation>处理单位</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>派给</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>处理措施</translation>
    </message>
    <message>
        <source>Materials used</source>
        <translation>所用材料</translation>
    </message>
    <message>
        <source>Charge (yuan)</source>
        <translation>收费（元）</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>收据号</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>联系结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File checksum</source>
        <translation>文件校验值</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>File key</source>
        <translation>文件密钥</translation>
    </message>
    <message>
        <source>Same contact</source>
        <translation>同次联系</translation>
    </message>
    <message>
        <source>First received by</source>
        <translation>首接人</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation>保密备注</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>盐值</translation>
    </message>
    <message>
        <source>Wrapped key</source>
        <translation>加密的密钥</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Memory in KiB</source>
        <translation>内存（KiB）</translation>
    </message>
    <message>
        <source>Department or team</source>
        <translation>部门或班组</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Follows from the post</source>
        <translation>随岗位</translation>
    </message>
    <message>
        <source>Revoked at</source>
        <translation>撤销时间</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Erased at</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>答复人</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Months until a customer without business is due for erasure</source>
        <translation>无业务客户建议删除的期限（月）</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Certificates, valid until</source>
        <translation>证书及有效期</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Division code</source>
        <translation>区划代码</translation>
    </message>
    <message>
        <source>Code of the division above</source>
        <translation>上级区划代码</translation>
    </message>
    <message>
        <source>Person or firm</source>
        <translation>客户类型</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Best time to call</source>
        <translation>方便联系时间</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Reason for merging</source>
        <translation>合并原因</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>厂家</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Installed on</source>
        <translation>安装日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Water account</source>
        <translation>水费户号</translation>
    </message>
    <message>
        <source>Water meter</source>
        <translation>水表号</translation>
    </message>
    <message>
        <source>Power account</source>
        <translation>电费户号</translation>
    </message>
    <message>
        <source>Power meter</source>
        <translation>电表号</translation>
    </message>
    <message>
        <source>Heat account</source>
        <translation>热费户号</translation>
    </message>
    <message>
        <source>Heat meter</source>
        <translation>热表号</translation>
    </message>
    <message>
        <source>Gas account</source>
        <translation>气费户号</translation>
    </message>
    <message>
        <source>Gas meter</source>
        <translation>气表号</translation>
    </message>
    <message>
        <source>Property account</source>
        <translation>物业户号</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>另一客户</translation>
    </message>
    <message>
        <source>Sees the data of</source>
        <translation>可看哪些客户</translation>
    </message>
    <message>
        <source>Its grids</source>
        <translation>所管网格</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Invited until</source>
        <translation>邀请有效至</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则版本</translation>
    </message>
    <message>
        <source>Follows rules up to</source>
        <translation>可用规则版本</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>计量单位</translation>
    </message>
    <message>
        <source>Least to be there</source>
        <translation>最低库存</translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation>存放地点</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>工作内容</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>完成时限</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>完成情况</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Goes to the department</source>
        <translation>承办部门</translation>
    </message>
    <message>
        <source>Papers that it takes, one a line</source>
        <translation>所需材料（每行一项）</translation>
    </message>
    <message>
        <source>Workdays</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Service hours</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>星期一</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>星期二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>星期三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>星期四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>星期六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>星期日</translation>
    </message>
    <message>
        <source>Open on public holidays</source>
        <translation>节假日照常服务</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day off or workday</source>
        <translation>休息或上班</translation>
    </message>
    <message>
        <source>Hours of this day alone</source>
        <translation>当日时段</translation>
    </message>
    <message>
        <source>Only for the service hours</source>
        <translation>只适用的服务时间</translation>
    </message>
    <message>
        <source>Answer promised by</source>
        <translation>承诺答复时间</translation>
    </message>
    <message>
        <source>Deadline of the order</source>
        <translation>来件期限</translation>
    </message>
    <message>
        <source>About the grid chief</source>
        <translation>涉及网格长本人</translation>
    </message>
    <message>
        <source>Complaint about</source>
        <translation>投诉类别</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>认定结论</translation>
    </message>
    <message>
        <source>Responsible department</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>处理方案</translation>
    </message>
    <message>
        <source>Papers received</source>
        <translation>已收材料</translation>
    </message>
    <message>
        <source>Papers missing</source>
        <translation>缺少材料</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>办理决定</translation>
    </message>
    <message>
        <source>Answered for by</source>
        <translation>首问责任人</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Who took part</source>
        <translation>参加人</translation>
    </message>
    <message>
        <source>Opinions</source>
        <translation>各方意见</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>会商结论</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>批示内容</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>What fails</source>
        <translation>停供事项</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划内</translation>
    </message>
    <message>
        <source>Which grids</source>
        <translation>影响网格</translation>
    </message>
    <message>
        <source>Which houses</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Expected to end</source>
        <translation>预计恢复</translation>
    </message>
    <message>
        <source>Restored at</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>What callers are told</source>
        <translation>答复口径</translation>
    </message>
    <message>
        <source>Announced at</source>
        <translation>公告时间</translation>
    </message>
    <message>
        <source>Key users told at</source>
        <translation>重点用户告知时间</translation>
    </message>
    <message>
        <source>Called off at</source>
        <translation>取消时间</translation>
    </message>
    <message>
        <source>Minutes after it is due (before: less than 0)</source>
        <translation>到期后分钟数（提前为负数）</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>通知对象</translation>
    </message>
    <message>
        <source>Typed as</source>
        <translation>输入代号</translation>
    </message>
    <message>
        <source>At work, on duty or off</source>
        <translation>班次类型</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Kind of leave</source>
        <translation>假别</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>问候语</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说</translation>
    </message>
    <message>
        <source>Don&apos;t say</source>
        <translation>不说</translation>
    </message>
    <message>
        <source>Check before sending a crew</source>
        <translation>派人前核对</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核查人</translation>
    </message>
    <message>
        <source>Checked at</source>
        <translation>核查时间</translation>
    </message>
    <message>
        <source>Outage</source>
        <translation>停供</translation>
    </message>
    <message>
        <source>Same matter as</source>
        <translation>并入工单</translation>
    </message>
    <message>
        <source>Told how</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>来的是什么</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Who was on duty</source>
        <translation>值班人</translation>
    </message>
    <message>
        <source>Still to be done</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Settled at</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>Counter, duty room or team</source>
        <translation>岗位（窗口、值班室或班组）</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Handed over at</source>
        <translation>交班时间</translation>
    </message>
    <message>
        <source>Promises that run</source>
        <translation>进行中的承诺</translation>
    </message>
    <message>
        <source>Missed calls and open lines of the log</source>
        <translation>未接来电和未办结的值班事项</translation>
    </message>
    <message>
        <source>Drafts at this desk</source>
        <translation>本工位草稿数</translation>
    </message>
    <message>
        <source>What the next one must watch</source>
        <translation>接班人须注意</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Taken over at</source>
        <translation>接班时间</translation>
    </message>
    <message>
        <source>Only who was served in the round before</source>
        <translation>只访上一轮内办结过业务的客户</translation>
    </message>
    <message>
        <source>Sample: one in</source>
        <translation>抽样：每多少户抽一户</translation>
    </message>
    <message>
        <source>Every so many months</source>
        <translation>每几个月一轮</translation>
    </message>
    <message>
        <source>Questions, one a line</source>
        <translation>问题（每行一个）</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>终止时间</translation>
    </message>
    <message>
        <source>Round from</source>
        <translation>轮次起始</translation>
    </message>
    <message>
        <source>Visited by</source>
        <translation>走访人</translation>
    </message>
    <message>
        <source>Answers from 1 to 5</source>
        <translation>评分（1 至 5）</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>客户反映</translation>
    </message>
    <message>
        <source>Kind of cause</source>
        <translation>原因类别</translation>
    </message>
    <message>
        <source>Only in the grids</source>
        <translation>限于网格</translation>
    </message>
    <message>
        <source>What is said first</source>
        <translation>开场白</translation>
    </message>
</context>
<context>
    <name>geo</name>
    <message>
        <source>The line doesn&apos;t go through the area from border to border.</source>
        <translation>这条线没有从边界到边界穿过区域。</translation>
    </message>
    <message>
        <source>Begin and end it outside, or on the border.</source>
        <translation>请从区域外面或边界上画起，画到外面或边界上为止。</translation>
    </message>
    <message>
        <source>The line has more than %1 corners.</source>
        <translation>这条线的拐点超过 %1 个。</translation>
    </message>
    <message>
        <source>Draw it with fewer.</source>
        <translation>请少画一些拐点。</translation>
    </message>
    <message>
        <source>The line leaves one of the two grids nothing.</source>
        <translation>这条线使其中一个网格什么也不剩。</translation>
    </message>
    <message>
        <source>Draw it so that either keeps the most of its area, or merge them.</source>
        <translation>请让两边各留下自己的大部分，或者把两个网格合并。</translation>
    </message>
    <message>
        <source>A single area can&apos;t be merged.</source>
        <translation>只有一个区域，无法合并。</translation>
    </message>
    <message>
        <source>Choose two or more.</source>
        <translation>请选两个或更多。</translation>
    </message>
    <message numerus="yes">
        <source>The merged area has %n part(s) that don&apos;t touch.</source>
        <translation>
            <numerusform>合并后的区域有 %n 块互不相连。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two grids have no border in common.</source>
        <translation>这两个网格没有共同的边界。</translation>
    </message>
    <message>
        <source>Choose two that lie side by side.</source>
        <translation>请选相邻的两个网格。</translation>
    </message>
    <message>
        <source>The grid has no border in common with the gap.</source>
        <translation>这个网格与空白处不相邻。</translation>
    </message>
    <message>
        <source>Give it to a grid beside it.</source>
        <translation>请划给与它相邻的网格。</translation>
    </message>
    <message>
        <source>The area has more corners or parts than any grid (%1).</source>
        <translation>区域的拐点或块数太多，不像网格（%1）。</translation>
    </message>
    <message>
        <source>A corner lies nowhere on earth (%1).</source>
        <translation>有一个拐点不在地球上（%1）。</translation>
    </message>
    <message>
        <source>A ring at %1 encloses nothing.</source>
        <translation>%1 处的环没有围住任何地方。</translation>
    </message>
    <message>
        <source>The border crosses itself at %1.</source>
        <translation>边界在 %1 处自己交叉。</translation>
    </message>
    <message>
        <source>The border runs through the same place twice at %1.</source>
        <translation>边界两次经过同一处：%1。</translation>
    </message>
    <message>
        <source>A hole lies outside of its area at %1.</source>
        <translation>%1 处的空洞在区域之外。</translation>
    </message>
    <message>
        <source>Two holes lie over each other at %1.</source>
        <translation>两个空洞在 %1 处重叠。</translation>
    </message>
    <message>
        <source>Two parts of the area overlap at %1.</source>
        <translation>区域的两块在 %1 处重叠。</translation>
    </message>
    <message>
        <source>Holes that touch cut the area in two at %1.</source>
        <translation>相连的空洞在 %1 处把区域分成了两块。</translation>
    </message>
    <message>
        <source>The borders at %1 are too tangled to be checked.</source>
        <translation>%1 处的边界太乱，无法检查。</translation>
    </message>
    <message>
        <source>The area at %1 is smaller than a square metre.</source>
        <translation>%1 处的区域不到 1 平方米。</translation>
    </message>
    <message>
        <source>The community&apos;s code has twelve digits.</source>
        <translation>社区代码应为 12 位数字。</translation>
    </message>
    <message>
        <source>Write them, or none for the numbers 01 to 99.</source>
        <translation>请写全 12 位；不写则编为 01 到 99。</translation>
    </message>
    <message>
        <source>There are more grids than numbers: %1 at most.</source>
        <translation>网格比编号多：最多 %1 个。</translation>
    </message>
    <message>
        <source>Number by the community&apos;s twelve digits.</source>
        <translation>请用社区的 12 位代码编号。</translation>
    </message>
    <message>
        <source>Give the others the code of another community.</source>
        <translation>其余的请用另一个社区的代码。</translation>
    </message>
    <message>
        <source>A grid&apos;s code has digits only.</source>
        <translation>网格编码只能是数字。</translation>
    </message>
    <message>
        <source>Leave out everything else.</source>
        <translation>请去掉其他字符。</translation>
    </message>
    <message>
        <source>A grid&apos;s code has fifteen digits; this one has %1.</source>
        <translation>网格编码应为 15 位数字，这个有 %1 位。</translation>
    </message>
    <message>
        <source>Write county 6, street 3, community 3 and sequence 3, or a number of your own from 01 to 99.</source>
        <translation>请写县区 6 位、街道 3 位、社区 3 位、顺序号 3 位，或者写自编的 01 到 99。</translation>
    </message>
    <message>
        <source>The numbers begin with 01.</source>
        <translation>编号从 01 开始。</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>请换一个。</translation>
    </message>
    <message>
        <source>No county&apos;s code begins with 0.</source>
        <translation>县区代码不会以 0 开头。</translation>
    </message>
    <message>
        <source>Write the county&apos;s six digits first.</source>
        <translation>请先写县区的 6 位代码。</translation>
    </message>
    <message>
        <source>The sequence 000 is the community itself.</source>
        <translation>顺序号 000 表示社区本身。</translation>
    </message>
    <message>
        <source>Take one from 001 to 999.</source>
        <translation>请用 001 到 999。</translation>
    </message>
    <message>
        <source>BD-09, degrees (Baidu)</source>
        <translation>BD-09 经纬度（百度）</translation>
    </message>
    <message>
        <source>GCJ-02, degrees (Amap, Tencent)</source>
        <translation>GCJ-02 经纬度（高德、腾讯）</translation>
    </message>
    <message>
        <source>Nothing of the area is left: no ring encloses any ground.</source>
        <translation>区域什么也没剩下：没有一个环围住地方。</translation>
    </message>
    <message numerus="yes">
        <source>The border was parted at %n place(s) where it crossed itself.</source>
        <translation>
            <numerusform>边界自己交叉，已在 %n 处断开。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put right: %1</source>
        <translation>已改正：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n ring(s) that enclose nothing were left out.</source>
        <translation>
            <numerusform>去掉了 %n 个没有围住任何地方的环。</numerusform>
        </translation>
    </message>
    <message>
        <source>The area has %1 parts now; it had %2.</source>
        <translation>区域现在有 %1 块，原来是 %2 块。</translation>
    </message>
    <message>
        <source>The border crosses itself at %1 places or more: that is no border of a grid.</source>
        <translation>边界自己交叉了 %1 处以上，不是网格的边界。</translation>
    </message>
    <message>
        <source>The grid has no area.</source>
        <translation>这个网格还没有区域。</translation>
    </message>
    <message>
        <source>Draw one first.</source>
        <translation>请先画出区域。</translation>
    </message>
    <message>
        <source>Repair the area first.</source>
        <translation>请先修复这个区域。</translation>
    </message>
    <message>
        <source>The new border comes too close to another one at %1.</source>
        <translation>新边界在 %1 处离另一条边界太近。</translation>
    </message>
    <message>
        <source>Draw it a little further away.</source>
        <translation>请画得离开一点。</translation>
    </message>
    <message>
        <source>These borders can&apos;t be reckoned with.</source>
        <translation>这些边界无法计算。</translation>
    </message>
    <message>
        <source>Repair the areas, then try again.</source>
        <translation>请先修复这些区域，再试一次。</translation>
    </message>
    <message>
        <source>Nothing of the area would be left.</source>
        <translation>这样区域就什么也不剩了。</translation>
    </message>
    <message>
        <source>Give it up instead, if that is meant.</source>
        <translation>如果确实不要了，请撤销这个网格。</translation>
    </message>
    <message>
        <source>Snap within a smaller distance, or move the corner there by hand.</source>
        <translation>请减小吸附距离，或者手工移动那里的拐点。</translation>
    </message>
    <message>
        <source>CGCS2000, 3-degree Gauss-Krüger, central meridian %1° E</source>
        <translation>CGCS2000 高斯-克吕格 3 度带，中央经线 %1°E</translation>
    </message>
    <message>
        <source>CGCS2000, 3-degree Gauss-Krüger, zone %1 (easting begins with it)</source>
        <translation>CGCS2000 高斯-克吕格 3 度带，第 %1 带（横坐标带带号）</translation>
    </message>
    <message>
        <source>WGS 84, degrees (GPS)</source>
        <translation>WGS 84 经纬度（GPS）</translation>
    </message>
    <message>
        <source>CGCS2000, degrees</source>
        <translation>CGCS2000 经纬度（2000 国家大地坐标系）</translation>
    </message>
    <message>
        <source>Web Mercator, metres</source>
        <translation>Web 墨卡托（米）</translation>
    </message>
    <message>
        <source>Xian 1980, degrees</source>
        <translation>西安 1980 经纬度</translation>
    </message>
    <message>
        <source>Beijing 1954, degrees</source>
        <translation>北京 1954 经纬度</translation>
    </message>
    <message>
        <source>“%1” is no coordinate system of maps.</source>
        <translation>“%1”不是地图的坐标系。</translation>
    </message>
    <message>
        <source>Choose one from the list, or write its code, for example EPSG:4490.</source>
        <translation>请从列表里选一个，或者写出代号，例如 EPSG:4490。</translation>
    </message>
    <message>
        <source>%1 is no place on earth in the system %2.</source>
        <translation>%1 按坐标系 %2 不是地球上的位置。</translation>
    </message>
    <message>
        <source>Choose the system that the map was drawn in.</source>
        <translation>请选这张图绘制时用的坐标系。</translation>
    </message>
    <message>
        <source>%1 lies outside of the area for which %2 is made.</source>
        <translation>%1 不在坐标系 %2 的适用范围内。</translation>
    </message>
    <message>
        <source>Choose the system, or the zone, that the map was drawn in.</source>
        <translation>请选这张图绘制时用的坐标系或分带。</translation>
    </message>
    <message>
        <source>What the border goes around twice belongs to it now: %1 more.</source>
        <translation>边界绕了两圈的部分现在归入范围：多 %1。</translation>
    </message>
    <message>
        <source>The area is %1 smaller.</source>
        <translation>面积小了 %1。</translation>
    </message>
</context>
<context>
    <name>hub</name>
    <message>
        <source>The hub at %1 failed: %2</source>
        <translation>中心库 %1 出错：%2</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>稍后会自动重试。</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>连接已中断</translation>
    </message>
    <message>
        <source>The hub lacks entries %1 to %2 of feed %3, yet holds later ones.</source>
        <translation>中心库缺少记录流 %3 的第 %1 至 %2 条，却有其后的条目。</translation>
    </message>
    <message>
        <source>The hub&apos;s entry %1 of feed %2 is bigger than any desk writes.</source>
        <translation>中心库里记录流 %2 的第 %1 条过大，不可能是工位写的。</translation>
    </message>
    <message>
        <source>The hub&apos;s entry %1 of feed %2 was changed: it isn&apos;t what was signed.</source>
        <translation>中心库里记录流 %2 的第 %1 条被改动过，与签名时不符。</translation>
    </message>
    <message>
        <source>The hub&apos;s entry %1 of feed %2 doesn&apos;t follow the one before it that this desk holds.</source>
        <translation>中心库里记录流 %2 的第 %1 条与本工位持有的前一条接不上。</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for PostgreSQL isn&apos;t installed (libqt6sql6-psql).</source>
        <translation>没有安装 Qt 的 PostgreSQL 驱动（libqt6sql6-psql）。</translation>
    </message>
    <message>
        <source>The hub says that it holds feed %1 up to entry %2, yet hands it out only up to %3.</source>
        <translation>中心库说有记录流 %1 到第 %2 条，却只给出到第 %3 条。</translation>
    </message>
    <message>
        <source>This desk&apos;s own record has an entry that can&apos;t be read; check it.</source>
        <translation>本工位的记录里有一条读不出来，请核查。</translation>
    </message>
    <message>
        <source>This database is the hub of another company.</source>
        <translation>这个数据库是别的单位的中心库。</translation>
    </message>
    <message>
        <source>Name another database, or let its company move out first.</source>
        <translation>请换一个数据库，或先让那个单位迁出。</translation>
    </message>
    <message>
        <source>This database isn&apos;t a hub yet.</source>
        <translation>这个数据库还不是中心库。</translation>
    </message>
    <message>
        <source>Let an administrator prepare it once with: griddeskctl hub init URL</source>
        <translation>请系统管理员先运行一次：griddeskctl hub init URL</translation>
    </message>
    <message>
        <source>The hub is of a newer version (%1).</source>
        <translation>中心库的版本较新（%1）。</translation>
    </message>
    <message>
        <source>Bring Griddesk on this desk up to date.</source>
        <translation>请更新本工位的程序。</translation>
    </message>
    <message>
        <source>The database has to be there already, and its user has to be allowed to create tables in it.</source>
        <translation>数据库须事先建好，所用的用户须有权在其中建表。</translation>
    </message>
    <message>
        <source>This desk doesn&apos;t hold its company&apos;s first entry yet.</source>
        <translation>本工位还没有本单位的第一条记录。</translation>
    </message>
    <message>
        <source>Let it meet another desk first, or prepare the hub from that one.</source>
        <translation>请先让它与别的工位同步，或在那个工位上准备中心库。</translation>
    </message>
    <message>
        <source>The hub is not in use.</source>
        <translation>未使用中心库。</translation>
    </message>
    <message>
        <source>Connecting to the hub at %1.</source>
        <translation>正在连接中心库 %1。</translation>
    </message>
    <message>
        <source>Connected to %1, %2 entries behind.</source>
        <translation>已连接 %1，还差 %2 条。</translation>
    </message>
    <message>
        <source>Connected to %1, handing over.</source>
        <translation>已连接 %1，正在交换。</translation>
    </message>
    <message>
        <source>In step with the hub at %1.</source>
        <translation>已与中心库 %1 同步。</translation>
    </message>
    <message>
        <source>Nothing is exchanged with the hub at %1 now (%2). Next try in %3 s.</source>
        <translation>目前未与中心库 %1 交换（%2），%3 秒后再试。</translation>
    </message>
    <message>
        <source>The hub at %1 says no: %2</source>
        <translation>中心库 %1 拒绝：%2</translation>
    </message>
    <message>
        <source>A key that lies in the hub for this desk is none: %1</source>
        <translation>中心库里给本工位的一把密钥无效：%1</translation>
    </message>
    <message>
        <source>The hub&apos;s entry %1 of feed %2 was not taken: %3</source>
        <translation>未收下中心库里记录流 %2 的第 %1 条：%3</translation>
    </message>
    <message>
        <source>Keys of an erased customer still lie in the hub: its administrator has to grant the right to delete from hub_keys.</source>
        <translation>已删除的客户的密钥还留在中心库里：请中心库管理员授予删除 hub_keys 的权限。</translation>
    </message>
    <message>
        <source>Write it like postgresql://user:password@host:5432/database; several hosts stand with commas between them.</source>
        <translation>请写成 postgresql://用户:密码@主机:5432/数据库；多台主机之间用逗号隔开。</translation>
    </message>
    <message>
        <source>This is no address of a PostgreSQL database.</source>
        <translation>这不是 PostgreSQL 数据库的地址。</translation>
    </message>
    <message numerus="yes">
        <source>It names more than %n hosts.</source>
        <translation>
            <numerusform>主机超过 %n 台。</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no host with a port.</source>
        <translation>“%1”不是主机和端口。</translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; is not one that can be set here: %2.</source>
        <translation>选项“%1”不能在这里设置，可用的有：%2。</translation>
    </message>
    <message>
        <source>The option &quot;%1&quot; has no value that can be used.</source>
        <translation>选项“%1”的值不能用。</translation>
    </message>
    <message>
        <source>The desk&apos;s database can&apos;t be opened for the exchange.</source>
        <translation>无法打开本工位的数据库进行同步。</translation>
    </message>
    <message>
        <source>Check the disk and the folder&apos;s permissions.</source>
        <translation>请检查磁盘和文件夹权限。</translation>
    </message>
</context>
<context>
    <name>items</name>
    <message>
        <source>erased</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>申请时间</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>答复人</translation>
    </message>
    <message>
        <source>waits for a second person</source>
        <translation>等待第二人批准</translation>
    </message>
    <message>
        <source>erased %1</source>
        <translation>已于 %1 删除</translation>
    </message>
    <message>
        <source>refused. %1</source>
        <translation>未批准。%1</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Last business</source>
        <translation>最近一次业务</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>is taken away</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>The row itself</source>
        <translation>这一条</translation>
    </message>
    <message>
        <source>Record on the ticket or in the register what should hold, then settle the conflict with what stands.</source>
        <translation>请先在工单或台账里登记应以什么为准，再按现状认定。</translation>
    </message>
    <message>
        <source>The ticket isn&apos;t there.</source>
        <translation>没有这张工单。</translation>
    </message>
    <message>
        <source>This can&apos;t be said from here.</source>
        <translation>这里无法直接登记。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible now, or not yours to do.</source>
        <translation>“%1”现在不能办，或者不归您办。</translation>
    </message>
    <message>
        <source>Rows of &quot;%1&quot; are not changed by hand.</source>
        <translation>“%1”不能手工修改。</translation>
    </message>
    <message>
        <source>The row isn&apos;t there.</source>
        <translation>没有这一条。</translation>
    </message>
    <message>
        <source>Two desks differ: %1</source>
        <translation>填写不一致：%1</translation>
    </message>
    <message>
        <source>One of the two stands until somebody says what holds. Both stay on record.</source>
        <translation>在有人认定之前，暂以标“现行”的为准。两版都留在记录里。</translation>
    </message>
    <message>
        <source>More went out than was in stock: %1</source>
        <translation>库存不够，多领了：%1</translation>
    </message>
    <message>
        <source>Both went out and count. Count what is really there; the count is what holds from then on.</source>
        <translation>两次领用都已算数。请清点实际数量，清点后以清点结果为准。</translation>
    </message>
    <message>
        <source>Came too late: %1</source>
        <translation>已不适用：%1</translation>
    </message>
    <message>
        <source>It stays on record and had no effect. Look whether it was done all the same; what is still to be done is recorded anew.</source>
        <translation>记录保留，但没有生效。请核实实际上做没做；仍要做的请重新登记。</translation>
    </message>
    <message>
        <source>Without the right to it: %1</source>
        <translation>无权办理：%1</translation>
    </message>
    <message>
        <source>It stays on record and had no effect: its author had no right to it. Look whether it was done all the same; somebody who may records it anew.</source>
        <translation>记录保留，但没有生效：办理人没有这项权限。请核实实际上做没做，由有权限的人重新登记。</translation>
    </message>
    <message>
        <source>From a desk that was shut out: %1</source>
        <translation>来自已停用的工位：%1</translation>
    </message>
    <message>
        <source>It stays on record and had no effect: its desk had been shut out by then. Look whether it was done all the same; somebody who may records it anew.</source>
        <translation>记录保留，但没有生效：当时该工位已停用。请核实实际上做没做，由有权限的人重新登记。</translation>
    </message>
    <message>
        <source>nobody of the staff</source>
        <translation>非本单位人员</translation>
    </message>
    <message>
        <source>Change in: %1</source>
        <translation>修改：%1</translation>
    </message>
    <message>
        <source>Removal from: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>A look at personal data</source>
        <translation>查看个人信息</translation>
    </message>
    <message>
        <source>Stock: %1</source>
        <translation>库存：%1</translation>
    </message>
    <message>
        <source>Unknown to this program</source>
        <translation>本程序不认识的内容</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The ticket was already &quot;%1&quot; by then. %2</source>
        <translation>当时工单已经是“%1”。%2</translation>
    </message>
    <message>
        <source>%1 knew what %2 had done.</source>
        <translation>%1办理时已知道%2做了什么。</translation>
    </message>
    <message>
        <source>Neither knew what the other had done.</source>
        <translation>双方当时都不知道对方做了什么。</translation>
    </message>
    <message>
        <source>(not readable at this desk)</source>
        <translation>（本工位无法查看）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>This program can&apos;t read the drawing.</source>
        <translation>本程序读不懂这次划定的范围。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln corner(s)</source>
        <translation>
            <numerusform>%Ln 个拐点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <translation>
            <numerusform>%Ln 块</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>items::AssignmentTable</name>
    <message>
        <source>%1 got it meanwhile.</source>
        <translation>已派给%1。</translation>
    </message>
    <message>
        <source>%1 (chosen)</source>
        <translation>%1（改选）</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不派</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>not able now: %1</source>
        <translation>现在不能派：%1</translation>
    </message>
    <message>
        <source>proposed was %1</source>
        <translation>原推荐 %1</translation>
    </message>
    <message>
        <source>nobody on the staff takes such matters</source>
        <translation>人员台账中无人受理此类事项</translation>
    </message>
    <message>
        <source>nobody is able now: %1</source>
        <translation>现在无人可派：%1</translation>
    </message>
    <message>
        <source>has it already</source>
        <translation>已由其负责</translation>
    </message>
    <message>
        <source>as it stands it isn&apos;t given to a person</source>
        <translation>当前状态不能派给个人</translation>
    </message>
    <message>
        <source>giving it out isn&apos;t yours</source>
        <translation>不归您派单</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>派给</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>items::ClockWords</name>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workday(s), %1</source>
        <translation>
            <numerusform>%n 个工作日（%1）</numerusform>
        </translation>
    </message>
    <message>
        <source>a time that was agreed</source>
        <translation>按约定时间</translation>
    </message>
    <message>
        <source>%1 around the clock</source>
        <translation>%1连续计时</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: due %2</source>
        <translation>%1：%2 前</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <translation>自 %1 起，%2</translation>
    </message>
    <message>
        <source>Rests since %1</source>
        <translation>%1 起暂停计时</translation>
    </message>
    <message>
        <source>Rested for %1</source>
        <translation>累计暂停 %1</translation>
    </message>
</context>
<context>
    <name>items::DivisionDraft</name>
    <message>
        <source>There is no such grid.</source>
        <translation>没有这个网格。</translation>
    </message>
    <message>
        <source>Choose one on the map.</source>
        <translation>请在地图上选一个。</translation>
    </message>
    <message>
        <source>Drew %1</source>
        <translation>重画了 %1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>新增了 %1</translation>
    </message>
    <message>
        <source>The line makes %1 parts.</source>
        <translation>这条线会分成 %1 块。</translation>
    </message>
    <message>
        <source>Say what each of the new ones is called.</source>
        <translation>请给每个新网格起名。</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>拆分了 %1</translation>
    </message>
    <message>
        <source>Two grids are merged.</source>
        <translation>合并需要两个网格。</translation>
    </message>
    <message>
        <source>Choose the other one on the map.</source>
        <translation>请在地图上选另一个网格。</translation>
    </message>
    <message>
        <source>Merged into %1</source>
        <translation>已并入 %1</translation>
    </message>
    <message>
        <source>A border lies between two grids.</source>
        <translation>边界在两个网格之间。</translation>
    </message>
    <message>
        <source>Choose both on the map.</source>
        <translation>请在地图上选这两个网格。</translation>
    </message>
    <message>
        <source>Moved the border of %1 and %2</source>
        <translation>移动了 %1 与 %2 的边界</translation>
    </message>
    <message>
        <source>This grid has nothing to do with it.</source>
        <translation>这个网格与此处无关。</translation>
    </message>
    <message>
        <source>Choose one of those that do.</source>
        <translation>请选与此处有关的网格。</translation>
    </message>
    <message>
        <source>Gave the gap to %1</source>
        <translation>空隙划给了 %1</translation>
    </message>
    <message>
        <source>Left the overlap to %1</source>
        <translation>重叠部分归 %1</translation>
    </message>
    <message>
        <source>Took the area of %1</source>
        <translation>去掉了 %1 的范围</translation>
    </message>
</context>
<context>
    <name>items::DutyLogModel</name>
    <message>
        <source> — %1</source>
        <translation> — %1</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Settled %1</source>
        <translation>%1 办结</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What came in</source>
        <translation>事项类别</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>值班人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>items::HandoverList</name>
    <message>
        <source>Waits</source>
        <translation>待接班</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Shift and place</source>
        <translation>班次与岗位</translation>
    </message>
</context>
<context>
    <name>items::KeyKeeper</name>
    <message>
        <source>There is no keyring on this computer.</source>
        <translation>这台电脑上没有密钥环。</translation>
    </message>
    <message>
        <source>Go on with the passphrase.</source>
        <translation>请继续使用口令。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Close other programs, and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
</context>
<context>
    <name>items::KeyUserTable</name>
    <message>
        <source>not yet</source>
        <translation>未通知</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Why first</source>
        <translation>为何优先</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>items::OutageListModel</name>
    <message>
        <source>Called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>停供中</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>待停供</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What fails</source>
        <translation>停供事项</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待回电</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>已回电</translation>
    </message>
</context>
<context>
    <name>items::ReckoningTable</name>
    <message>
        <source>%1 (not yours)</source>
        <translation>%1（不归您重算）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Promised until</source>
        <translation>原到期</translation>
    </message>
    <message>
        <source>By today&apos;s hours</source>
        <translation>按现行时间到期</translation>
    </message>
    <message>
        <source>That is</source>
        <translation>变化</translation>
    </message>
</context>
<context>
    <name>items::RegisterTableModel</name>
    <message>
        <source>In hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>%1, to be counted</source>
        <translation>%1，需盘点</translation>
    </message>
    <message>
        <source>%1, too little</source>
        <translation>%1，不足</translation>
    </message>
</context>
<context>
    <name>items::RestoreTask</name>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Close other programs, and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
</context>
<context>
    <name>items::RosterTable</name>
    <message>
        <source> (leave?)</source>
        <translation>（请假待批）</translation>
    </message>
    <message>
        <source>Nobody on duty</source>
        <translation>无人值班</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>Acting for %1 until %2</source>
        <translation>代理 %1 至 %2</translation>
    </message>
    <message>
        <source>Acting for %1</source>
        <translation>代理 %1</translation>
    </message>
</context>
<context>
    <name>items::RoundListModel</name>
    <message>
        <source>Not reached %1</source>
        <translation>未接通 %1</translation>
    </message>
    <message>
        <source>Reached %1</source>
        <translation>已接通 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>姓名不详</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>items::TwinList</name>
    <message>
        <source>%1: “%2” was given to two. %3 answers to “%4” until one of them is called otherwise.</source>
        <translation>%1：“%2”有两个在用。在改掉其中一个之前，%3改用“%4”。</translation>
    </message>
    <message>
        <source>One</source>
        <translation>其中一个</translation>
    </message>
</context>
<context>
    <name>items::UnlockTask</name>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Close other programs, and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
</context>
<context>
    <name>items::VisitPlanModel</name>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>%1 of %2 called</source>
        <translation>已打 %1／%2</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>已结束：%1</translation>
    </message>
    <message>
        <source>open end</source>
        <translation>不限期</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>This round</source>
        <translation>本轮</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
</context>
<context>
    <name>items::assignment</name>
    <message>
        <source>Even</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Somewhat uneven</source>
        <translation>略不均衡</translation>
    </message>
    <message>
        <source>Uneven</source>
        <translation>不均衡</translation>
    </message>
    <message>
        <source>%1 (proposed was %2)</source>
        <translation>%1（原推荐 %2）</translation>
    </message>
    <message>
        <source>%1 (nobody was proposed)</source>
        <translation>%1（原无推荐人）</translation>
    </message>
    <message>
        <source>%1: least %2, most %3, Gini %4</source>
        <translation>%1：最少 %2 件，最多 %3 件，基尼系数 %4</translation>
    </message>
</context>
<context>
    <name>items::candidates</name>
    <message>
        <source>skilled: %1</source>
        <translation>技能：%1</translation>
    </message>
    <message>
        <source>%1 ran out %2 day(s) ago</source>
        <translation>%1已过期 %2 天</translation>
    </message>
    <message>
        <source>own grid</source>
        <translation>本网格</translation>
    </message>
    <message>
        <source>%1 km away</source>
        <translation>相距 %1 公里</translation>
    </message>
    <message>
        <source>%1 in hand</source>
        <translation>在办 %1 件</translation>
    </message>
    <message>
        <source>%1 this month</source>
        <translation>本月 %1 件</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>当班</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>on standby</source>
        <translation>备勤</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>on leave</source>
        <translation>请假</translation>
    </message>
</context>
<context>
    <name>items::reckoning</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>推后 %1</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>提前 %1</translation>
    </message>
</context>
<context>
    <name>items::shifts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1截止 %2</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超时</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>Assigned to you</source>
        <translation>派给您</translation>
    </message>
    <message>
        <source>No longer yours: assigned to somebody else</source>
        <translation>已转派他人，不再由您办理</translation>
    </message>
    <message>
        <source>Sent to your team</source>
        <translation>派给您的队伍</translation>
    </message>
    <message>
        <source>What you took in was sent on</source>
        <translation>您受理的工单已派出</translation>
    </message>
    <message>
        <source>Sent to your department</source>
        <translation>转到您的部门</translation>
    </message>
    <message>
        <source>What you took in was answered</source>
        <translation>您受理的工单已答复</translation>
    </message>
    <message>
        <source>The customer is dissatisfied: the work begins again</source>
        <translation>回访不满意，退回返工</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>What you took in was cancelled</source>
        <translation>您受理的工单已取消</translation>
    </message>
    <message>
        <source>Emergency in your grid</source>
        <translation>您的网格有紧急工单</translation>
    </message>
    <message>
        <source>New in your grid</source>
        <translation>您的网格有新工单</translation>
    </message>
    <message>
        <source>What you recorded had no effect</source>
        <translation>您的登记没有生效</translation>
    </message>
    <message>
        <source>Something recorded in your grid had no effect</source>
        <translation>您的网格有一条登记没有生效</translation>
    </message>
    <message>
        <source>Two desks differ in your grid</source>
        <translation>您的网格有冲突待认定</translation>
    </message>
    <message>
        <source>Another desk recorded something else than you</source>
        <translation>另一工位与您填得不一致</translation>
    </message>
    <message>
        <source>A conflict of yours was settled</source>
        <translation>与您有关的冲突已认定</translation>
    </message>
    <message>
        <source>The answer is there: tell the customer</source>
        <translation>答复已出，请告知客户</translation>
    </message>
    <message>
        <source>It is decided: tell the customer</source>
        <translation>已有办理结果，请告知客户</translation>
    </message>
    <message>
        <source>Papers came in</source>
        <translation>材料已补交</translation>
    </message>
    <message>
        <source>The customer objects</source>
        <translation>客户提出异议</translation>
    </message>
    <message>
        <source>To be decided again</source>
        <translation>需重新办理</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>A customer praised you</source>
        <translation>客户表扬了您</translation>
    </message>
    <message>
        <source>To be taken over by you</source>
        <translation>有事项移交给您，请确认</translation>
    </message>
    <message>
        <source>Somebody took over what you took in</source>
        <translation>您受理的事项已有人接手</translation>
    </message>
    <message>
        <source>Nobody took it over: it is still yours</source>
        <translation>移交被拒，仍由您负责</translation>
    </message>
    <message>
        <source>No longer to be taken over by you</source>
        <translation>移交已撤回</translation>
    </message>
    <message>
        <source>The clocks rest</source>
        <translation>已暂停计时</translation>
    </message>
    <message>
        <source>The clocks run again</source>
        <translation>已恢复计时</translation>
    </message>
    <message>
        <source>More time is asked for</source>
        <translation>有延期申请</translation>
    </message>
    <message>
        <source>More time was granted</source>
        <translation>延期已批准</translation>
    </message>
    <message>
        <source>More time was refused</source>
        <translation>延期未批准</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Reported as major</source>
        <translation>上报为重大事项</translation>
    </message>
    <message>
        <source>Instruction for you</source>
        <translation>有批示交您办理</translation>
    </message>
    <message>
        <source>An instruction was answered</source>
        <translation>批示已答复</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将超时</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超时</translation>
    </message>
    <message>
        <source>Emergency: you are on duty</source>
        <translation>紧急事项：您正在值班</translation>
    </message>
</context>
<context>
    <name>peers</name>
    <message>
        <source>No certificate could be made for this desk.</source>
        <translation>无法为本工位生成证书。</translation>
    </message>
    <message>
        <source>Check the system&apos;s OpenSSL and its memory.</source>
        <translation>请检查系统的 OpenSSL 和内存。</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2.</source>
        <translation>与 %1 的连接失败：%2。</translation>
    </message>
    <message>
        <source>It is tried again by itself; check the network and the address.</source>
        <translation>会自动重试；请检查网络和地址。</translation>
    </message>
    <message>
        <source>the other side hung up</source>
        <translation>对方断开了</translation>
    </message>
    <message>
        <source>There is already a desk in %1.</source>
        <translation>%1 中已有一个工位。</translation>
    </message>
    <message>
        <source>Join with an empty folder.</source>
        <translation>请用空文件夹加入。</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made.</source>
        <translation>文件夹 %1 无法创建。</translation>
    </message>
    <message>
        <source>Check its name and permissions.</source>
        <translation>请检查名称和权限。</translation>
    </message>
    <message>
        <source>The other side sends what no desk sends.</source>
        <translation>对方发来的内容不是工位会发的。</translation>
    </message>
    <message>
        <source>The other side doesn&apos;t understand this desk.</source>
        <translation>对方看不懂本工位发的内容。</translation>
    </message>
    <message>
        <source>Check the address; another program may answer there.</source>
        <translation>请检查地址，那里可能是别的程序在应答。</translation>
    </message>
    <message>
        <source>The other side&apos;s program is of another version.</source>
        <translation>对方程序的版本不同。</translation>
    </message>
    <message>
        <source>Bring both to the newest one.</source>
        <translation>请把双方都升级到最新版本。</translation>
    </message>
    <message>
        <source>The other side couldn&apos;t prove which desk it is.</source>
        <translation>对方无法证明自己是哪个工位。</translation>
    </message>
    <message>
        <source>The other side saw no proof of which desk this is.</source>
        <translation>对方无法确认本工位的身份。</translation>
    </message>
    <message>
        <source>Check the address and whether somebody listens in between.</source>
        <translation>请检查地址，以及中间是否有人窃听。</translation>
    </message>
    <message>
        <source>The other side is no desk of this company.</source>
        <translation>对方不是本单位的工位。</translation>
    </message>
    <message>
        <source>The other side doesn&apos;t know this desk.</source>
        <translation>对方不认识本工位。</translation>
    </message>
    <message>
        <source>Pair the two, or check the address.</source>
        <translation>请先配对，或检查地址。</translation>
    </message>
    <message>
        <source>The other side is invited and has not joined yet.</source>
        <translation>对方已受邀，但还没有加入。</translation>
    </message>
    <message>
        <source>This desk is invited and has not joined yet.</source>
        <translation>本工位已受邀，但还没有加入。</translation>
    </message>
    <message>
        <source>Pair it with the code of its invitation.</source>
        <translation>请用邀请码配对。</translation>
    </message>
    <message>
        <source>The other side is a desk that was revoked.</source>
        <translation>对方是已被撤销的工位。</translation>
    </message>
    <message>
        <source>This desk was revoked.</source>
        <translation>本工位已被撤销。</translation>
    </message>
    <message>
        <source>An administrator knows why.</source>
        <translation>原因请问系统管理员。</translation>
    </message>
    <message>
        <source>The other side is this same desk, or a copy of its folder.</source>
        <translation>对方就是本工位，或是本工位文件夹的副本。</translation>
    </message>
    <message>
        <source>Let only one of them run; a copy is not a second desk.</source>
        <translation>只能运行其中一个；副本不能当第二个工位用。</translation>
    </message>
    <message>
        <source>The two desks are connected the other way round.</source>
        <translation>两个工位已由另一方连上。</translation>
    </message>
    <message>
        <source>The invitation is used up, too old, or never was.</source>
        <translation>邀请已用过、已过期或不存在。</translation>
    </message>
    <message>
        <source>Let an administrator invite the desk anew.</source>
        <translation>请系统管理员重新邀请。</translation>
    </message>
    <message>
        <source>This desk did not let the other one in.</source>
        <translation>本工位没有同意对方加入。</translation>
    </message>
    <message>
        <source>The other side did not let this desk in.</source>
        <translation>对方没有同意本工位加入。</translation>
    </message>
    <message>
        <source>Compare the codes once more, and let an administrator sit there.</source>
        <translation>请再核对一次验证码，并请系统管理员在场。</translation>
    </message>
    <message>
        <source>Too many want to connect at once.</source>
        <translation>同时连接的太多。</translation>
    </message>
    <message>
        <source>The other side has too many who want to connect.</source>
        <translation>对方同时收到的连接太多。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>会自动重试。</translation>
    </message>
    <message>
        <source>The other side said nothing for too long.</source>
        <translation>对方长时间没有回应。</translation>
    </message>
    <message>
        <source>The other side heard nothing from this desk for too long.</source>
        <translation>对方长时间没有收到本工位的消息。</translation>
    </message>
    <message>
        <source>It is tried again by itself; check the network.</source>
        <translation>会自动重试；请检查网络。</translation>
    </message>
    <message>
        <source>The other side takes nothing any more.</source>
        <translation>对方不再接收。</translation>
    </message>
    <message>
        <source>The other side says that this desk takes nothing.</source>
        <translation>对方说本工位不再接收。</translation>
    </message>
    <message>
        <source>This program ends.</source>
        <translation>本程序正在退出。</translation>
    </message>
    <message>
        <source>The other side&apos;s program ended.</source>
        <translation>对方程序已退出。</translation>
    </message>
    <message>
        <source>The other side ended the connection.</source>
        <translation>对方结束了连接。</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>joining</source>
        <translation>正在加入</translation>
    </message>
    <message>
        <source>exchanging</source>
        <translation>正在交换</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>The desk&apos;s database can&apos;t be opened for the exchange.</source>
        <translation>无法打开工位的数据库进行交换。</translation>
    </message>
    <message>
        <source>Check the disk and the folder&apos;s permissions.</source>
        <translation>请检查磁盘和文件夹权限。</translation>
    </message>
    <message>
        <source>that is no address of this computer</source>
        <translation>这不是本机的地址</translation>
    </message>
    <message>
        <source>Nobody can be heard on %1: %2.</source>
        <translation>无法在 %1 上接听：%2。</translation>
    </message>
    <message>
        <source>Choose another address or port.</source>
        <translation>请换一个地址或端口。</translation>
    </message>
    <message>
        <source>The attachment is not on this desk, and no desk in touch has it.</source>
        <translation>附件不在本工位，目前连接的工位也没有。</translation>
    </message>
    <message>
        <source>It can be opened once the desk where it was attached is switched on and in touch; attachments don&apos;t go through the hub.</source>
        <translation>待添加附件的工位开机并连接后即可打开；附件不经过中心库传送。</translation>
    </message>
    <message>
        <source>The attachment could not be kept: %1.</source>
        <translation>附件无法保存：%1。</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>The copy of the tables comes too slowly.</source>
        <translation>数据副本传送过慢。</translation>
    </message>
    <message>
        <source>The other desk&apos;s program keeps its tables in another way.</source>
        <translation>对方工位的程序版本不同，数据表不能直接使用。</translation>
    </message>
    <message>
        <source>It was not wanted.</source>
        <translation>未要求使用副本。</translation>
    </message>
    <message>
        <source>The other desk gives no copy of its tables.</source>
        <translation>对方工位未提供数据副本。</translation>
    </message>
    <message>
        <source>The copy takes %1, and the disk has not the room.</source>
        <translation>副本需要 %1，磁盘空间不足。</translation>
    </message>
    <message>
        <source>The copy was changed on its way.</source>
        <translation>副本在传送途中被改动。</translation>
    </message>
</context>
<context>
    <name>peers::Session</name>
    <message>
        <source>The connection was closed.</source>
        <translation>连接已关闭。</translation>
    </message>
    <message>
        <source>The other desk closed the connection.</source>
        <translation>对方工位关闭了连接。</translation>
    </message>
    <message>
        <source>It is made again by itself.</source>
        <translation>会自动重新连接。</translation>
    </message>
    <message>
        <source>What the other desk sent could not be kept here.</source>
        <translation>对方工位发来的内容没能在本工位保存。</translation>
    </message>
    <message>
        <source>The other desk can keep nothing at the moment.</source>
        <translation>对方工位暂时无法保存内容。</translation>
    </message>
    <message>
        <source>It is tried again by itself; nothing is lost.</source>
        <translation>会自动重试，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>The other desk does not answer.</source>
        <translation>对方工位没有应答。</translation>
    </message>
    <message>
        <source>The other desk heard nothing from this one.</source>
        <translation>对方工位长时间没有收到本工位的消息。</translation>
    </message>
    <message>
        <source>Check its network, or whether it is switched on.</source>
        <translation>请检查网络，或看看那台电脑是否开机。</translation>
    </message>
    <message>
        <source>The other desk sent what no desk sends.</source>
        <translation>对方工位发来了不正常的内容。</translation>
    </message>
    <message>
        <source>The other desk refused what this one sent.</source>
        <translation>对方工位拒收了本工位发出的内容。</translation>
    </message>
    <message>
        <source>Run verify on both desks, and see that they run the same version of the program.</source>
        <translation>请在两个工位上各做一次校验，并确认程序版本一致。</translation>
    </message>
    <message>
        <source>The programs of the two desks are too far apart.</source>
        <translation>两个工位的程序版本相差太大。</translation>
    </message>
    <message>
        <source>Update the older one.</source>
        <translation>请升级较旧的那个。</translation>
    </message>
    <message>
        <source>The other desk belongs to another company.</source>
        <translation>对方工位属于另一家单位。</translation>
    </message>
    <message>
        <source>Remove its address, or check which folder it opened.</source>
        <translation>请删除它的地址，或检查它打开的是哪个文件夹。</translation>
    </message>
    <message>
        <source>The other side says to be this very desk.</source>
        <translation>对方自称就是本工位。</translation>
    </message>
    <message>
        <source>The other side is this very desk.</source>
        <translation>对方就是本工位自己。</translation>
    </message>
    <message>
        <source>If its folder was copied, close one of the two and let it join as a new desk.</source>
        <translation>如果文件夹是复制来的，请关闭其中一个，让它作为新工位加入。</translation>
    </message>
    <message>
        <source>Another desk answers than the one that was called.</source>
        <translation>应答的不是要连接的那个工位。</translation>
    </message>
    <message>
        <source>The other side called another desk than this one.</source>
        <translation>对方要连接的不是本工位。</translation>
    </message>
    <message>
        <source>Check the address of the desk.</source>
        <translation>请检查该工位的地址。</translation>
    </message>
    <message>
        <source>The other desk is not admitted here.</source>
        <translation>本工位没有准许对方工位接入。</translation>
    </message>
    <message>
        <source>The other desk does not admit this one.</source>
        <translation>对方工位没有准许本工位接入。</translation>
    </message>
    <message>
        <source>An administrator admits it on the page of desks.</source>
        <translation>请系统管理员在“工位”页面准许接入。</translation>
    </message>
    <message>
        <source>The other desk sends more than was agreed.</source>
        <translation>对方工位发送的内容超过了约定的量。</translation>
    </message>
    <message>
        <source>This desk sent more than the other one takes.</source>
        <translation>本工位发送的内容超过了对方能接收的量。</translation>
    </message>
    <message>
        <source>See that both run the same version of the program.</source>
        <translation>请确认两边的程序版本一致。</translation>
    </message>
    <message>
        <source>This desk cannot read its own record.</source>
        <translation>本工位读不出自己的记录。</translation>
    </message>
    <message>
        <source>A message is longer than any may be.</source>
        <translation>有一条消息超过了允许的长度。</translation>
    </message>
    <message>
        <source>A message cannot be read.</source>
        <translation>有一条消息无法读懂。</translation>
    </message>
    <message>
        <source>It spoke before its greeting.</source>
        <translation>它没有先打招呼就开始发送。</translation>
    </message>
    <message>
        <source>It answered what nobody asked.</source>
        <translation>它回答了没有问过的事。</translation>
    </message>
    <message>
        <source>It acknowledges nothing.</source>
        <translation>它一直没有确认收到。</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>正在打招呼</translation>
    </message>
    <message>
        <source>Catching up: %1 to send, %2 to come</source>
        <translation>正在补齐：待发 %1 条，待收 %2 条</translation>
    </message>
    <message>
        <source>In step</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>It greeted twice.</source>
        <translation>它打了两次招呼。</translation>
    </message>
    <message>
        <source>It acknowledged what was not sent.</source>
        <translation>它确认了没有发出过的内容。</translation>
    </message>
    <message>
        <source>Its parcels are not numbered one by one.</source>
        <translation>它发来的批次编号不连续。</translation>
    </message>
    <message>
        <source>A parcel cannot be read.</source>
        <translation>有一批内容无法读懂。</translation>
    </message>
    <message>
        <source>It says nothing of where a feed parts.</source>
        <translation>对方没有说明记录流从哪里分叉。</translation>
    </message>
</context>
<context>
    <name>registers</name>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Service standards</source>
        <translation>服务标准</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Erasures</source>
        <translation>删除申请</translation>
    </message>
    <message>
        <source>Premises and meters</source>
        <translation>房屋与表计</translation>
    </message>
    <message>
        <source>Household members</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Customers who are not the same</source>
        <translation>确认不同的客户</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>物资</translation>
    </message>
    <message>
        <source>Areas of grids</source>
        <translation>网格范围</translation>
    </message>
    <message>
        <source>Work plans of grids</source>
        <translation>网格工作计划</translation>
    </message>
    <message>
        <source>Service hours</source>
        <translation>服务时间</translation>
    </message>
    <message>
        <source>Holidays and workdays</source>
        <translation>节假日与调休</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>停供</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>逐级提醒</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>受理用语</translation>
    </message>
    <message>
        <source>Improvement measures</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Duty log</source>
        <translation>值班记录</translation>
    </message>
    <message>
        <source>Shift handovers</source>
        <translation>交接班记录</translation>
    </message>
    <message>
        <source>Visit plans and surveys</source>
        <translation>走访计划和满意度调查</translation>
    </message>
    <message>
        <source>Planned visits</source>
        <translation>定期走访</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>reports::FigureTable</name>
    <message>
        <source>Period</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上年同期</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>统计项</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>On-time share</source>
        <translation>按时率</translation>
    </message>
    <message>
        <source>Late share</source>
        <translation>超时率</translation>
    </message>
    <message>
        <source>Fixed-at-once share</source>
        <translation>一次修复率</translation>
    </message>
    <message>
        <source>Satisfied share</source>
        <translation>满意率</translation>
    </message>
    <message>
        <source>Average satisfaction</source>
        <translation>平均满意度</translation>
    </message>
    <message>
        <source>%1, median (h)</source>
        <translation>%1，中位数（小时）</translation>
    </message>
    <message>
        <source>%1, mean (h)</source>
        <translation>%1，平均值（小时）</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计数据</translation>
    </message>
    <message>
        <source>Share of those filled in</source>
        <translation>占已填写的比例</translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation>累计占比</translation>
    </message>
    <message>
        <source>Improvement measures</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>措施内容</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>完成时限</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Days late</source>
        <translation>超期天数</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核查人</translation>
    </message>
    <message>
        <source>Checked at</source>
        <translation>核查时间</translation>
    </message>
</context>
<context>
    <name>reports::Improvement</name>
    <message>
        <source>done %1</source>
        <translation>%1 完成</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) late</source>
        <translation>
            <numerusform>%1，超期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>overdue by %n day(s)</source>
        <translation>
            <numerusform>已超期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; effect not checked yet</source>
        <translation>%1，效果待核查</translation>
    </message>
    <message>
        <source>%1; effect checked</source>
        <translation>%1，效果已核查</translation>
    </message>
    <message>
        <source>effect checked</source>
        <translation>效果已核查</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>done, effect not checked yet</source>
        <translation>已完成待核查</translation>
    </message>
</context>
<context>
    <name>reports::Measure</name>
    <message>
        <source>Received</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未办结</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Repairs done</source>
        <translation>报修办结</translation>
    </message>
    <message>
        <source>Fixed at once</source>
        <translation>一次修复</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>已评价</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
</context>
<context>
    <name>reports::Period</name>
    <message>
        <source>%1-%2-%3</source>
        <comment>a day</comment>
        <translation>%1年%2月%3日</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>a month of a year</comment>
        <translation>%1年%2月</translation>
    </message>
    <message>
        <source>%1, quarter %2</source>
        <translation>%1年第%2季度</translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>%1年</translation>
    </message>
    <message>
        <source>%1, week %2 (%3 to %4)</source>
        <translation>%1年第%2周（%3至%4）</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a month</comment>
        <translation>%1月</translation>
    </message>
</context>
<context>
    <name>reports::Report</name>
    <message>
        <source>(not filled in)</source>
        <translation>（未填）</translation>
    </message>
    <message>
        <source>Service report</source>
        <translation>服务报表</translation>
    </message>
    <message>
        <source>By service line</source>
        <translation>按业务</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>By grid</source>
        <translation>按网格</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类别</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>按渠道</translation>
    </message>
    <message>
        <source>By handling unit</source>
        <translation>按处理单位</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>Lessons from complaints</source>
        <translation>投诉分析与改进报表</translation>
    </message>
    <message>
        <source>By kind of cause</source>
        <translation>按原因类别</translation>
    </message>
    <message>
        <source>By what it is about</source>
        <translation>按投诉类别</translation>
    </message>
    <message>
        <source>By responsible department</source>
        <translation>按责任部门</translation>
    </message>
    <message>
        <source>By finding</source>
        <translation>按认定结论</translation>
    </message>
</context>
<context>
    <name>reports::Span</name>
    <message>
        <source>Response: taken in to arrival</source>
        <translation>响应：受理到到场</translation>
    </message>
    <message>
        <source>Repair: arrival to finish</source>
        <translation>修复：到场到完工</translation>
    </message>
    <message>
        <source>Altogether: taken in to finish</source>
        <translation>全程：受理到完工</translation>
    </message>
</context>
<context>
    <name>rights</name>
    <message>
        <source>Take matters in</source>
        <translation>受理登记</translation>
    </message>
    <message>
        <source>See personal data, with a reason</source>
        <translation>说明原因后查看个人信息</translation>
    </message>
    <message>
        <source>See who looked at personal data</source>
        <translation>查看个人信息查阅记录</translation>
    </message>
    <message>
        <source>See reports</source>
        <translation>查看报表</translation>
    </message>
    <message>
        <source>Hand out what is held about a customer</source>
        <translation>导出客户的全部信息</translation>
    </message>
    <message>
        <source>Ask for a customer&apos;s erasure</source>
        <translation>申请删除客户信息</translation>
    </message>
    <message>
        <source>Approve a customer&apos;s erasure</source>
        <translation>批准删除客户信息</translation>
    </message>
    <message>
        <source>Keep the desk&apos;s backups and keys</source>
        <translation>管理工位的备份与密钥</translation>
    </message>
    <message>
        <source>Settle conflicts</source>
        <translation>了结冲突</translation>
    </message>
    <message>
        <source>Take supplies out of stock and give them back</source>
        <translation>领用和退回物资</translation>
    </message>
    <message>
        <source>Bring supplies into stock and count them</source>
        <translation>物资入库和盘点</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Repairs and other matters, registers, rights, erasures, stock</source>
        <translation>报修与其他事项、台账、权限、个人信息删除、物资库存</translation>
    </message>
</context>
<context>
    <name>store</name>
    <message>
        <source>&quot;%1&quot; is empty.</source>
        <translation>“%1”是空的。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is larger than %2 MB.</source>
        <translation>“%1”超过 %2 MB。</translation>
    </message>
    <message>
        <source>Make it smaller or split it.</source>
        <translation>请缩小或拆分。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be kept: %2.</source>
        <translation>“%1”没能保存：%2。</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can&apos;t be read: %2.</source>
        <translation>“%1”无法读取：%2。</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>The attachment is not on this desk.</source>
        <translation>附件不在本工位。</translation>
    </message>
    <message>
        <source>Fetch it from a desk that has it.</source>
        <translation>请从有附件的工位取得。</translation>
    </message>
    <message>
        <source>The attachment can&apos;t be opened.</source>
        <translation>附件无法打开。</translation>
    </message>
    <message>
        <source>Run &quot;griddeskctl verify&quot;.</source>
        <translation>请运行“griddeskctl verify”。</translation>
    </message>
    <message>
        <source>The file doesn&apos;t say that it is a desk&apos;s database.</source>
        <translation>文件没有标明是工位数据库。</translation>
    </message>
    <message>
        <source>The version of the tables is not the one of this program.</source>
        <translation>数据表版本与本程序不符。</translation>
    </message>
    <message>
        <source>The tables are not declared as this program declares them.</source>
        <translation>数据表的定义与本程序不符。</translation>
    </message>
    <message>
        <source>structure of the database</source>
        <translation>数据库结构</translation>
    </message>
    <message>
        <source>SQLite&apos;s structures are damaged: %1</source>
        <translation>SQLite 结构已损坏：%1</translation>
    </message>
    <message>
        <source>%1 entries belong to no feed.</source>
        <translation>有%1个记录条目不属于任何记录流。</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>记录条目 %1</translation>
    </message>
    <message>
        <source>An entry can&apos;t be read.</source>
        <translation>有记录条目无法读取。</translation>
    </message>
    <message>
        <source>An entry stands in the wrong place.</source>
        <translation>有记录条目位置不对。</translation>
    </message>
    <message>
        <source>An entry was changed: its hash is not that of its content.</source>
        <translation>有记录条目被改动：摘要与内容不符。</translation>
    </message>
    <message>
        <source>An entry&apos;s signature is not the desk&apos;s.</source>
        <translation>有记录条目的签名不是该工位的。</translation>
    </message>
    <message>
        <source>An entry&apos;s depth is wrong.</source>
        <translation>有记录条目的深度不对。</translation>
    </message>
    <message>
        <source>entries</source>
        <translation>记录条目</translation>
    </message>
    <message>
        <source>Entries are missing from their feeds.</source>
        <translation>记录流中缺少记录条目。</translation>
    </message>
    <message>
        <source>A key for personal data can&apos;t be opened.</source>
        <translation>有个人信息密钥无法打开。</translation>
    </message>
    <message>
        <source>key of %1</source>
        <translation>%1 的密钥</translation>
    </message>
    <message>
        <source>ticket row %1</source>
        <translation>工单行 %1</translation>
    </message>
    <message>
        <source>An attachment&apos;s description can&apos;t be read.</source>
        <translation>有附件的说明无法读取。</translation>
    </message>
    <message>
        <source>An attachment is missing or was changed.</source>
        <translation>有附件缺失或被改动。</translation>
    </message>
    <message>
        <source>projections</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>A table holds more or fewer rows than the record gives.</source>
        <translation>有数据表的行数与记录不符。</translation>
    </message>
    <message>
        <source>A row is not what the record gives.</source>
        <translation>有一行与记录不符。</translation>
    </message>
    <message>
        <source>%1 row %2</source>
        <translation>%1 行 %2</translation>
    </message>
    <message>
        <source>The text index says that it holds more tickets than there are.</source>
        <translation>文本索引中的工单数多于实际工单数。</translation>
    </message>
    <message>
        <source>The text index doesn&apos;t fit the tickets: %1</source>
        <translation>文本索引与工单不符：%1</translation>
    </message>
    <message>
        <source>The database can&apos;t be read: %1</source>
        <translation>数据库无法读取：%1</translation>
    </message>
    <message>
        <source>The desk&apos;s secrets in %1 are damaged.</source>
        <translation>%1 中的工位密钥文件已损坏。</translation>
    </message>
    <message>
        <source>The desk&apos;s secrets in %1 can&apos;t be read: %2.</source>
        <translation>%1 中的工位密钥文件无法读取：%2。</translation>
    </message>
    <message>
        <source>Run Griddesk as the user who set the desk up.</source>
        <translation>请用建立工位的用户运行网格受理台。</translation>
    </message>
    <message>
        <source>The desk in %1 is open in %2 (process %3 on %4).</source>
        <translation>%1 中的工位已在 %2 中打开（%4 上的进程 %3）。</translation>
    </message>
    <message>
        <source>Write there, or close it first. Reading goes on.</source>
        <translation>请在那里办理，或先把它关闭。查看不受影响。</translation>
    </message>
    <message>
        <source>The desk&apos;s folder %1 can&apos;t be written.</source>
        <translation>工位文件夹 %1 无法写入。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查权限。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be restored: %2.</source>
        <translation>%1 无法恢复：%2。</translation>
    </message>
    <message>
        <source>Name a file that &quot;griddeskctl backup&quot; made.</source>
        <translation>请指定“griddeskctl backup”生成的文件。</translation>
    </message>
    <message>
        <source>it is no file that can be read</source>
        <translation>不是可读取的文件</translation>
    </message>
    <message>
        <source>it is the desk itself</source>
        <translation>这是工位本身</translation>
    </message>
    <message>
        <source>it is not the database of a desk</source>
        <translation>不是工位数据库</translation>
    </message>
    <message>
        <source>it belongs to another desk</source>
        <translation>属于其他工位</translation>
    </message>
    <message>
        <source>Nobody on the staff in the backup has this login.</source>
        <translation>备份的人员名单中没有这个登录名。</translation>
    </message>
    <message>
        <source>Name a person with --as LOGIN.</source>
        <translation>请用 --as LOGIN 指定人员。</translation>
    </message>
    <message>
        <source>The desk&apos;s secrets can&apos;t be written: %1.</source>
        <translation>工位密钥文件无法写入：%1。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>请检查文件夹权限。</translation>
    </message>
    <message>
        <source>The backup can&apos;t be moved into %1.</source>
        <translation>备份无法移入 %1。</translation>
    </message>
    <message>
        <source>The desk in %1 was written by a newer Griddesk.</source>
        <translation>%1 中的工位由更新版本的网格受理台写入。</translation>
    </message>
    <message>
        <source>Update Griddesk on this computer; the desk was left as it is.</source>
        <translation>请更新这台电脑的网格受理台；工位未作改动。</translation>
    </message>
    <message>
        <source>%1 is not the database of a desk.</source>
        <translation>%1 不是工位数据库。</translation>
    </message>
    <message>
        <source>Name another folder with --desk, or restore a backup.</source>
        <translation>请用 --desk 指定其他文件夹，或恢复备份。</translation>
    </message>
    <message>
        <source>entry %1 can&apos;t be read</source>
        <translation>记录条目 %1 无法读取</translation>
    </message>
    <message>
        <source>Nothing was changed; try again when that is mended.</source>
        <translation>未作任何改动，解决后请重试。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Free some space. </source>
        <translation>请清理出空间。</translation>
    </message>
    <message>
        <source>The disk failed (%1).</source>
        <translation>磁盘出错（%1）。</translation>
    </message>
    <message>
        <source>Check the disk. </source>
        <translation>请检查磁盘。</translation>
    </message>
    <message>
        <source>The desk&apos;s folder can&apos;t be written (%1).</source>
        <translation>工位文件夹无法写入（%1）。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions. </source>
        <translation>请检查文件夹权限。</translation>
    </message>
    <message>
        <source>Another program holds the desk&apos;s database.</source>
        <translation>其他程序占用了工位数据库。</translation>
    </message>
    <message>
        <source>Close it. </source>
        <translation>请关闭该程序。</translation>
    </message>
    <message>
        <source>The desk&apos;s database is damaged (%1).</source>
        <translation>工位数据库已损坏（%1）。</translation>
    </message>
    <message>
        <source>Run &quot;griddeskctl verify&quot;, then restore a backup.</source>
        <translation>请运行“griddeskctl verify”，然后恢复备份。</translation>
    </message>
    <message>
        <source>The desk&apos;s database refused (%1).</source>
        <translation>工位数据库拒绝操作（%1）。</translation>
    </message>
    <message>
        <source>There is no such ticket.</source>
        <translation>没有这张工单。</translation>
    </message>
    <message>
        <source>Check the number.</source>
        <translation>请检查编号。</translation>
    </message>
    <message>
        <source>A feed&apos;s key is not its desk&apos;s.</source>
        <translation>记录链的公钥与工位登记的不一致。</translation>
    </message>
    <message>
        <source>feed %1</source>
        <translation>记录链 %1</translation>
    </message>
    <message>
        <source>A personal field can&apos;t be opened with its owner&apos;s key.</source>
        <translation>个人信息字段无法用其所属密钥打开。</translation>
    </message>
    <message>
        <source>A value has the type of another column.</source>
        <translation>某个值的类型与所在列不符。</translation>
    </message>
    <message>
        <source>a row that an index names is missing</source>
        <translation>索引指向的行不存在</translation>
    </message>
    <message>
        <source>there is no register %1</source>
        <translation>没有台账 %1</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made.</source>
        <translation>文件夹 %1 无法创建。</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong passwords. The next one counts in %n seconds.</source>
        <translation>
            <numerusform>密码错误次数过多，%n 秒后才能再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait, or ask an administrator for a new password.</source>
        <translation>请稍候，或请管理员重设密码。</translation>
    </message>
    <message>
        <source>The login or the password is wrong.</source>
        <translation>登录名或密码不正确。</translation>
    </message>
    <message>
        <source>Type them again; an administrator can give a new password.</source>
        <translation>请重新输入；管理员可以重设密码。</translation>
    </message>
    <message>
        <source>There are no rights under this login now.</source>
        <translation>此登录名目前没有任何权限。</translation>
    </message>
    <message>
        <source>Ask an administrator to grant them.</source>
        <translation>请管理员授权。</translation>
    </message>
    <message>
        <source>The list of erased customers in %1 is damaged.</source>
        <translation>%1 中的已删除客户名单损坏。</translation>
    </message>
    <message>
        <source>Put the file back from a copy; without it a backup could bring erased data back.</source>
        <translation>请用副本恢复该文件；否则恢复备份可能使已删除的信息重新出现。</translation>
    </message>
    <message>
        <source>The list of erased customers in %1 can&apos;t be written: %2.</source>
        <translation>%1 中的已删除客户名单无法写入：%2。</translation>
    </message>
    <message>
        <source>Check the disk; nothing was erased.</source>
        <translation>请检查磁盘；没有删除任何信息。</translation>
    </message>
    <message>
        <source>The backup %1 was not made: %2.</source>
        <translation>备份 %1 未完成：%2。</translation>
    </message>
    <message>
        <source>Check the folder and the room on the disk; earlier backups are all there.</source>
        <translation>请检查文件夹和磁盘空间；较早的备份都在。</translation>
    </message>
    <message>
        <source>it needs %1, and %2 are free</source>
        <translation>需要 %1，剩余 %2</translation>
    </message>
    <message>
        <source>a file of the desk changed meanwhile</source>
        <translation>其间工位的一个文件有变动</translation>
    </message>
    <message>
        <source>A backup can&apos;t be sealed yet: there is no passphrase for it.</source>
        <translation>还没有可用于加密备份的口令。</translation>
    </message>
    <message>
        <source>Set a passphrase, or print a recovery code.</source>
        <translation>请设置口令，或打印恢复码。</translation>
    </message>
    <message>
        <source>%1 is no backup of Griddesk.</source>
        <translation>%1 不是网格受理台的备份。</translation>
    </message>
    <message>
        <source>Choose a file that Griddesk made, with the ending .gdbackup.</source>
        <translation>请选择由网格受理台生成、扩展名为 .gdbackup 的文件。</translation>
    </message>
    <message>
        <source>Fetch it again from where it was copied from, or take another backup.</source>
        <translation>请从原处重新复制，或换一份备份。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>%1 is cut short: %2 of %3 bytes are there.</source>
        <translation>%1 不完整：共 %3 字节，只有 %2 字节。</translation>
    </message>
    <message>
        <source>%1 is cut short: only %2 bytes are there.</source>
        <translation>%1 不完整：只有 %2 字节。</translation>
    </message>
    <message>
        <source>%1 was made by a newer Griddesk.</source>
        <translation>%1 由更新版本的网格受理台生成。</translation>
    </message>
    <message>
        <source>Update Griddesk on this computer.</source>
        <translation>请升级这台电脑上的网格受理台。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未作任何改动。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read.</source>
        <translation>%1 无法读取。</translation>
    </message>
    <message>
        <source>The backup %1</source>
        <translation>备份 %1</translation>
    </message>
    <message>
        <source>The keyring doesn&apos;t keep the desk&apos;s key.</source>
        <translation>密钥环没有保存工位密钥。</translation>
    </message>
    <message>
        <source>Unlock the desktop&apos;s keyring, or go on with the passphrase; the desk opens as before.</source>
        <translation>请解锁桌面密钥环，或继续使用口令；工位照旧可以打开。</translation>
    </message>
    <message>
        <source>This passphrase is too short.</source>
        <translation>口令太短。</translation>
    </message>
    <message>
        <source>Take at least 8 letters and digits, or 4 Chinese characters; a sentence is easy to remember.</source>
        <translation>至少 8 个字母或数字，或 4 个汉字；用一句话更容易记住。</translation>
    </message>
    <message>
        <source>A keyring may vanish, and nothing else would open the desk then.</source>
        <translation>密钥环可能失效，届时将没有别的办法打开工位。</translation>
    </message>
    <message>
        <source>Set a passphrase or print a recovery code first.</source>
        <translation>请先设置口令或打印恢复码。</translation>
    </message>
    <message>
        <source>Without the keyring only the recovery code would open the desk.</source>
        <translation>停用密钥环后，只有恢复码能打开工位。</translation>
    </message>
    <message>
        <source>Set a passphrase first.</source>
        <translation>请先设置口令。</translation>
    </message>
    <message>
        <source>The backup can&apos;t be unpacked into %1: %2.</source>
        <translation>备份无法解开到 %1：%2。</translation>
    </message>
    <message>
        <source>Check the room on the disk; the desk is as before.</source>
        <translation>请检查磁盘空间；工位保持原样。</translation>
    </message>
    <message>
        <source>it holds no database</source>
        <translation>其中没有数据库</translation>
    </message>
    <message>
        <source>it belongs to another desk, &quot;%1&quot;</source>
        <translation>它属于另一个工位“%1”</translation>
    </message>
    <message>
        <source>it belongs to another company, &quot;%1&quot;</source>
        <translation>它属于另一家单位“%1”</translation>
    </message>
    <message>
        <source>it holds no secrets of a desk</source>
        <translation>其中没有工位密钥</translation>
    </message>
    <message>
        <source>Put the file back from a copy, or restore a backup with its passphrase; without it personal data can&apos;t be read.</source>
        <translation>请从副本恢复该文件，或用口令恢复一份备份；缺少它，个人信息无法读取。</translation>
    </message>
    <message>
        <source>%1 is locked.</source>
        <translation>%1 已加锁。</translation>
    </message>
    <message>
        <source>Enter its passphrase or recovery code; a script puts it into GRIDDESK_PASSPHRASE.</source>
        <translation>请输入口令或恢复码；脚本可放入 GRIDDESK_PASSPHRASE。</translation>
    </message>
    <message>
        <source>It looks like a recovery code with a wrong character; compare it with the sheet, group by group.</source>
        <translation>看起来是恢复码，但有一个字符不对；请与纸面逐组核对。</translation>
    </message>
    <message>
        <source>This code is well typed but of another sheet: a newer one may have been printed.</source>
        <translation>恢复码输入无误，但属于另一页：可能已打印过更新的恢复码。</translation>
    </message>
    <message>
        <source>Check capital letters and the input method, or enter the recovery code from its sheet.</source>
        <translation>请检查大小写和输入法，或输入纸面上的恢复码。</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t open with this passphrase or code.</source>
        <translation>%1 用这个口令或恢复码打不开。</translation>
    </message>
    <message>
        <source>The desk in %1</source>
        <translation>%1 中的工位</translation>
    </message>
    <message>
        <source>what was written doesn&apos;t read back</source>
        <translation>写入的内容读不回来</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and the room on the disk; the desk opens as before.</source>
        <translation>请检查文件夹权限和磁盘空间；工位照旧可以打开。</translation>
    </message>
    <message>
        <source>Entry %1 of feed %2 is not what its desk signed, or its desk was never let in.</source>
        <translation>记录 %2 的第 %1 条不是其工位签过的内容，或者该工位从未被接纳。</translation>
    </message>
    <message>
        <source>An entry says of itself that it stands nowhere.</source>
        <translation>有一条记录没有写明自己的位置。</translation>
    </message>
    <message>
        <source>Who asked for this went away before signing it.</source>
        <translation>提出此操作的一方没有签名就离开了。</translation>
    </message>
    <message>
        <source>Nothing was changed; do it again.</source>
        <translation>没有任何更改；请再做一次。</translation>
    </message>
    <message>
        <source>This desk isn&apos;t given this customer&apos;s data.</source>
        <translation>本工位没有这位客户的资料。</translation>
    </message>
    <message>
        <source>Do it at a desk that serves the customer, or ask an administrator to widen this desk&apos;s scope.</source>
        <translation>请在服务该客户的工位办理，或请管理员放宽本工位的范围。</translation>
    </message>
    <message>
        <source>The database can&apos;t be moved into %1.</source>
        <translation>数据库无法移入 %1。</translation>
    </message>
    <message>
        <source>It holds what belongs to another desk.</source>
        <translation>其中有属于其他工位的内容。</translation>
    </message>
    <message>
        <source>It is another company&apos;s, or its first entry was changed.</source>
        <translation>它属于其他单位，或者首条记录被改动过。</translation>
    </message>
    <message>
        <source>It names more desks than a company has.</source>
        <translation>其中的工位数量超出了一个单位可能有的数量。</translation>
    </message>
    <message>
        <source>The last entry of feed %1 is not what its desk signed.</source>
        <translation>记录序列 %1 的最后一条不是该工位签名的内容。</translation>
    </message>
    <message>
        <source>It is not the database of a desk.</source>
        <translation>这不是工位的数据库。</translation>
    </message>
    <message>
        <source>The tables that another desk handed to this one are not what the record gives.</source>
        <translation>其他工位交来的数据与记录不符。</translation>
    </message>
    <message>
        <source>Nothing is written here any more. Start the program anew: the desk then gathers the record from the other desks, entry by entry.</source>
        <translation>本工位已停止写入。请重新启动程序，工位将从其他工位逐条重新取得记录。</translation>
    </message>
    <message>
        <source>The company&apos;s record has not come to this desk yet.</source>
        <translation>单位的记录尚未传到本工位。</translation>
    </message>
    <message>
        <source>Wait until it is in step with another desk.</source>
        <translation>请等待与其他工位同步完成。</translation>
    </message>
    <message>
        <source>An entry builds on another one that isn&apos;t here.</source>
        <translation>有一条记录所依据的另一条记录不在这里。</translation>
    </message>
    <message>
        <source>It names a branch of a feed that it doesn&apos;t have.</source>
        <translation>它提到一个记录流的分支，却没有这个记录流。</translation>
    </message>
    <message>
        <source>Move the border there, or have it repaired.</source>
        <translation>请把那里的边界挪开，或让程序修复。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no base map (MBTiles), or it is damaged.</source>
        <translation>“%1”不是底图（MBTiles），或者已损坏。</translation>
    </message>
    <message>
        <source>Choose an .mbtiles with pictures, or fetch it again from where it came.</source>
        <translation>请选择图片形式的 .mbtiles，或到原处重新取一份。</translation>
    </message>
    <message>
        <source>The base map &quot;%1&quot; is open elsewhere, or was left unfinished.</source>
        <translation>底图“%1”正被别处打开，或者没有写完。</translation>
    </message>
    <message>
        <source>Close it in the program that made it, and choose it again.</source>
        <translation>请先在制作它的软件里关闭，再来选择。</translation>
    </message>
    <message>
        <source>Choose an .mbtiles of pictures: PNG, JPEG or WebP.</source>
        <translation>请选择 PNG、JPEG 或 WebP 图片的 .mbtiles。</translation>
    </message>
    <message>
        <source>The base map holds no pictures.</source>
        <translation>底图里没有图片。</translation>
    </message>
    <message>
        <source>The base map holds lines and areas (vector tiles), which can&apos;t be drawn.</source>
        <translation>底图里是线和面（矢量瓦片），不能显示。</translation>
    </message>
</context>
<context>
    <name>themes</name>
    <message>
        <source>Open tickets</source>
        <translation>未办结工单</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>未办结 %1 件</translation>
    </message>
    <message>
        <source>Late tickets</source>
        <translation>超时工单</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>超时 %1 件</translation>
    </message>
    <message>
        <source>Load per person</source>
        <translation>人均在办</translation>
    </message>
    <message>
        <source>%1 open for each person</source>
        <translation>人均在办 %1 件</translation>
    </message>
    <message>
        <source>Satisfaction, 30 days</source>
        <translation>满意率（近 30 天）</translation>
    </message>
    <message>
        <source>%1 % satisfied</source>
        <translation>满意率 %1%</translation>
    </message>
    <message>
        <source>Received, 30 days</source>
        <translation>受理量（近 30 天）</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>受理 %1 件</translation>
    </message>
    <message>
        <source>Repeats, 30 days</source>
        <translation>重复诉求（近 30 天）</translation>
    </message>
    <message>
        <source>%1 repeats</source>
        <translation>重复 %1 件</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
    <message>
        <source>%1 households</source>
        <translation>%1 户</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 个用户</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>暂无数据</translation>
    </message>
</context>
<context>
    <name>ui::accounts::AccountWords</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Rights now</source>
        <translation>现有权限</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>ui::accounts::AccountsPage</name>
    <message>
        <source>Accounts and rights</source>
        <translation>账号与权限</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>权限一览表</translation>
    </message>
    <message>
        <source>Name, login or pinyin initials</source>
        <translation>姓名、登录名或拼音首字母</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>ui::accounts::GrantForm</name>
    <message>
        <source>Give</source>
        <translation>授予</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Where it counts</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Whole company</source>
        <translation>全公司</translation>
    </message>
    <message>
        <source>A grid</source>
        <translation>某个网格</translation>
    </message>
    <message>
        <source>A department or team</source>
        <translation>某个部门或班组</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>without end; else the last day, such as 12-31</source>
        <translation>长期；或填最后一天，如 12-31</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Department or team</source>
        <translation>部门或班组</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Give %1 a right</source>
        <translation>授予%1权限</translation>
    </message>
    <message>
        <source>The grid is missing.</source>
        <translation>请选择网格。</translation>
    </message>
    <message>
        <source>Choose one, or let it count for the whole company.</source>
        <translation>选一个网格，或改为全公司。</translation>
    </message>
    <message>
        <source>The department or team is missing.</source>
        <translation>请填写部门或班组。</translation>
    </message>
    <message>
        <source>Type one, or let it count for the whole company.</source>
        <translation>填写一个，或改为全公司。</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>日期看不懂。</translation>
    </message>
    <message>
        <source>Type it as 2026-12-31 or 12-31.</source>
        <translation>请按 2026-12-31 或 12-31 填写。</translation>
    </message>
</context>
<context>
    <name>ui::accounts::GrantWords</name>
    <message>
        <source>revoked on %1</source>
        <translation>%1 收回</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起生效</translation>
    </message>
    <message>
        <source>from %1 until %2</source>
        <translation>%1 起至 %2</translation>
    </message>
    <message>
        <source>ended on %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>in force until %1</source>
        <translation>有效，至 %1</translation>
    </message>
    <message>
        <source>with the post</source>
        <translation>随岗位</translation>
    </message>
    <message>
        <source>whole company</source>
        <translation>全公司</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>经办人</translation>
    </message>
</context>
<context>
    <name>ui::accounts::PersonPanel</name>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>%1 has the right now.</source>
        <translation>%1已有此权限。</translation>
    </message>
    <message>
        <source>The right is taken back from %1.</source>
        <translation>已收回%1的权限。</translation>
    </message>
    <message>
        <source>Give a right</source>
        <translation>授予权限</translation>
    </message>
    <message>
        <source>Take the chosen one back</source>
        <translation>收回所选权限</translation>
    </message>
    <message>
        <source>Set a password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>no post</source>
        <translation>无岗位</translation>
    </message>
    <message>
        <source>Login: %1</source>
        <translation>登录名：%1</translation>
    </message>
    <message>
        <source>Post: %1</source>
        <translation>岗位：%1</translation>
    </message>
    <message>
        <source>Password set</source>
        <translation>已设密码</translation>
    </message>
    <message>
        <source>No password: anybody at a desk can sit down under this name</source>
        <translation>未设密码：任何人都能以此名登录</translation>
    </message>
    <message>
        <source>This right has ended already: nothing is left to take back.</source>
        <translation>此权限已经失效，无需收回。</translation>
    </message>
    <message>
        <source>%1, %2, of %3</source>
        <translation>%3的%1（%2）</translation>
    </message>
    <message>
        <source>The password of %1 is set.</source>
        <translation>%1的密码已设置。</translation>
    </message>
</context>
<context>
    <name>ui::accounts::RevokeForm</name>
    <message>
        <source>Take it back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>What this person did up to now, and this desk has, stays valid. What arrives later from other desks under this right has no effect and stands under &quot;To review&quot;, whatever its date.</source>
        <translation>本工位已收到的、此前办的事照旧有效。之后从其他工位送来、凭此权限办的事一律不生效，不论日期，列入“待核查”。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>收回：%1</translation>
    </message>
    <message>
        <source>The reason is missing. Whoever looks later wants to know it.</source>
        <translation>请填写原因，便于日后查考。</translation>
    </message>
</context>
<context>
    <name>ui::accounts::RightsSheet</name>
    <message>
        <source>At the desk</source>
        <translation>工位操作</translation>
    </message>
    <message>
        <source>On tickets</source>
        <translation>工单步骤</translation>
    </message>
    <message>
        <source>Keeping registers</source>
        <translation>维护台账</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>权限一览表</translation>
    </message>
    <message>
        <source>● does it · ○ types it in for whoever did it. A right that is given for a grid or a department counts for what lies there.</source>
        <translation>● 可办理 · ○ 可代录他人办理的。为某网格或部门授予的权限，只对其范围内的事有效。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
</context>
<context>
    <name>ui::backups::BackupTable</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
</context>
<context>
    <name>ui::backups::BackupWords</name>
    <message>
        <source>of the day</source>
        <translation>每日备份</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>恢复前</translation>
    </message>
    <message>
        <source>complete, sealed</source>
        <translation>完整，已加密</translation>
    </message>
    <message>
        <source>database alone, without attachments</source>
        <translation>仅数据库，不含附件</translation>
    </message>
    <message>
        <source>read back when it was made</source>
        <translation>制作时已回读核对</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ui::backups::BackupsPage</name>
    <message>
        <source>No backup yet. The first one is made by itself a minute after the start.</source>
        <translation>还没有备份。启动一分钟后会自动做第一份。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back up into a file…</source>
        <translation>备份到文件…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The desk&apos;s key</source>
        <translation>工位密钥</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>备份进度</translation>
    </message>
    <message>
        <source>The desk&apos;s key is kept as shown.</source>
        <translation>工位密钥的保管方式已更新。</translation>
    </message>
    <message>
        <source>Backed up and read back: %1</source>
        <translation>已备份并回读核对：%1</translation>
    </message>
    <message>
        <source>Leave the desk open</source>
        <translation>不设保护</translation>
    </message>
    <message>
        <source>Nobody will be asked when the desk is opened, and whoever can read its folder can read all customers&apos; data.</source>
        <translation>打开工位时将不再询问，任何能读取其文件夹的人都能看到全部客户资料。</translation>
    </message>
    <message>
        <source>Passphrase and recovery code go on to seal the backups.</source>
        <translation>口令和恢复码仍用于加密备份。</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>不设保护</translation>
    </message>
    <message>
        <source>Back up into a file</source>
        <translation>备份到文件</translation>
    </message>
    <message>
        <source>Backups (*.gdbackup)</source>
        <translation>备份 (*.gdbackup)</translation>
    </message>
    <message>
        <source>Every day, before every update and when asked: everything, sealed, read back.</source>
        <translation>每天、每次升级前以及手动：备份全部内容，加密并回读核对。</translation>
    </message>
    <message>
        <source>Not protected, and without attachments: only the database is copied. Set a passphrase, and backups are complete and sealed.</source>
        <translation>未加密，也不含附件：只复制数据库。设置口令后，备份即为完整并加密。</translation>
    </message>
</context>
<context>
    <name>ui::backups::KeyPanel</name>
    <message>
        <source>At start</source>
        <translation>打开工位时</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>Leave it open…</source>
        <translation>不设保护…</translation>
    </message>
    <message>
        <source>Opens for whoever can use this computer&apos;s account. Set a passphrase to protect personal data.</source>
        <translation>凡能使用本机账户的人都能打开。请设置口令以保护个人信息。</translation>
    </message>
    <message>
        <source>The desktop&apos;s keyring opens it; nobody is asked.</source>
        <translation>由桌面密钥环自动打开，不再询问。</translation>
    </message>
    <message>
        <source>The passphrase is asked.</source>
        <translation>需输入口令。</translation>
    </message>
    <message>
        <source>Set. Backups are sealed with it.</source>
        <translation>已设置，备份用它加密。</translation>
    </message>
    <message>
        <source>None is set.</source>
        <translation>未设置。</translation>
    </message>
    <message>
        <source>Change it…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>设置口令…</translation>
    </message>
    <message>
        <source>Printed. It opens the desk and its backups when the passphrase is forgotten.</source>
        <translation>已打印。忘记口令时可用它打开工位及其备份。</translation>
    </message>
    <message>
        <source>None yet: a forgotten passphrase would lock the desk for good.</source>
        <translation>还没有：一旦忘记口令，工位将再也打不开。</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>还没有。</translation>
    </message>
    <message>
        <source>Print a new one…</source>
        <translation>重新打印…</translation>
    </message>
    <message>
        <source>Print one…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>In use. If it vanishes, passphrase or code open the desk.</source>
        <translation>使用中。失效时可用口令或恢复码打开。</translation>
    </message>
    <message>
        <source>Not used. It saves typing the passphrase on this computer.</source>
        <translation>未使用。启用后在本机不必输入口令。</translation>
    </message>
    <message>
        <source>Stop using it</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>启用</translation>
    </message>
</context>
<context>
    <name>ui::backups::PassphraseDialog</name>
    <message>
        <source>Show what I type</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>It is asked when the desk is opened, and opens its backups. A sentence is easier to remember than a word: at least 8 letters and digits, or 4 Chinese characters.</source>
        <translation>打开工位时需要输入，也用于打开备份。一句话比一个词好记：至少 8 个字母或数字，或 4 个汉字。</translation>
    </message>
    <message>
        <source>Print a recovery code afterwards, for the day on which it is forgotten.</source>
        <translation>设置后请打印恢复码，以备忘记口令。</translation>
    </message>
    <message>
        <source>Backups that were made before open with the passphrase of that time.</source>
        <translation>此前的备份仍用当时的口令打开。</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>两次输入不一致，请重新输入。</translation>
    </message>
</context>
<context>
    <name>ui::backups::RecoveryDialog</name>
    <message>
        <source>Take it into use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>The sheet with the code</source>
        <translation>恢复码页</translation>
    </message>
    <message>
        <source>This is a new code. From the moment it is taken into use, the sheet that was printed before opens older backups only.</source>
        <translation>这是新的恢复码。启用后，以前打印的恢复码只能打开较早的备份。</translation>
    </message>
    <message>
        <source>This code opens the desk and its backups when the passphrase is forgotten. It is shown only now: print it, and keep the sheet locked away.</source>
        <translation>忘记口令时，可用恢复码打开工位及其备份。它只在此时显示：请打印并锁好。</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>The last &amp;five characters, read from the paper</source>
        <translation>请输入纸面上的最后五个字符(&amp;F)</translation>
    </message>
    <message>
        <source>The last five characters, read from the paper</source>
        <translation>纸面上的最后五个字符</translation>
    </message>
</context>
<context>
    <name>ui::backups::RecoverySheet</name>
    <message>
        <source>Recovery code</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>Scan instead of typing</source>
        <translation>可扫码代替输入</translation>
    </message>
    <message>
        <source>Printed %1</source>
        <translation>打印 %1</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>可打开</translation>
    </message>
    <message>
        <source>this desk, and every backup that it makes from now on</source>
        <translation>本工位，以及本工位今后的每一份备份</translation>
    </message>
    <message>
        <source>When it is needed</source>
        <translation>什么时候用</translation>
    </message>
    <message>
        <source>Passphrase forgotten</source>
        <translation>忘记口令</translation>
    </message>
    <message>
        <source>Type this code where the passphrase is asked, then set a new passphrase.</source>
        <translation>在要求输入口令处输入本恢复码，然后重新设置口令。</translation>
    </message>
    <message>
        <source>Computer lost or broken</source>
        <translation>电脑丢失或损坏</translation>
    </message>
    <message>
        <source>Install Griddesk on another computer, choose the latest backup, and type this code.</source>
        <translation>在另一台电脑上安装网格受理台，选择最近的备份，输入本恢复码。</translation>
    </message>
    <message>
        <source>Keep it safe</source>
        <translation>妥善保管</translation>
    </message>
    <message>
        <source>Keep this sheet locked away, not at the computer and not as a photo. Whoever has it and a backup can read all customers&apos; data. A newer code takes its place: then destroy this sheet, unless older backups are still kept.</source>
        <translation>请锁好本页，不要放在电脑旁，也不要拍照留存。任何人拿到本页和备份，就能看到全部客户资料。启用新恢复码后本页作废，请销毁；如仍保留较早的备份，则一并保管。</translation>
    </message>
    <message>
        <source>Where it is kept, and who knows</source>
        <translation>存放地点及知情人</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>保管人</translation>
    </message>
</context>
<context>
    <name>ui::backups::RestoreWizard</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Reading the backup</source>
        <translation>正在读取备份</translation>
    </message>
    <message>
        <source>Type its path, or choose it with Ctrl+O</source>
        <translation>输入路径，或按 Ctrl+O 选择</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>1  Which backup?</source>
        <translation>1  选择备份</translation>
    </message>
    <message>
        <source>A complete backup (.gdbackup) brings everything back, on a new computer too. Nothing changes before the last step.</source>
        <translation>完整备份（.gdbackup）可恢复全部内容，在新电脑上也可以。最后一步之前不会作任何改动。</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Passphrase or code</source>
        <translation>口令或恢复码</translation>
    </message>
    <message>
        <source>2  Is it the right one?</source>
        <translation>2  核对是否正确</translation>
    </message>
    <message>
        <source>3  What will happen</source>
        <translation>3  将会发生什么</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Backup to restore</source>
        <translation>要恢复的备份</translation>
    </message>
    <message>
        <source>Backups (*.gdbackup *.sqlite)</source>
        <translation>备份 (*.gdbackup *.sqlite)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>known after it is read</source>
        <translation>读取后可知</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>本工位</translation>
    </message>
    <message>
        <source>everything: %1 entries, attachments, drafts, the desk&apos;s key; %2</source>
        <translation>全部内容：%1 条记录、附件、草稿、工位密钥；%2</translation>
    </message>
    <message>
        <source>the database alone, without attachments; %1</source>
        <translation>仅数据库，不含附件；%1</translation>
    </message>
    <message>
        <source>This file holds the database alone. On a new computer only a complete backup (.gdbackup) comes back.</source>
        <translation>此文件只含数据库。在新电脑上只能恢复完整备份（.gdbackup）。</translation>
    </message>
    <message>
        <source>This is a backup of another company: %1. It can&apos;t take this desk&apos;s place.</source>
        <translation>这是另一家单位的备份：%1，不能用来替换本工位。</translation>
    </message>
    <message>
        <source>This is a backup of another desk: %1. Restore it there, or in an empty folder on a new computer.</source>
        <translation>这是另一个工位的备份：%1。请在该工位恢复，或在新电脑的空文件夹中恢复。</translation>
    </message>
    <message>
        <source>This computer becomes the desk &quot;%1&quot; of %2, as it was on %3.</source>
        <translation>这台电脑将成为 %2 的工位“%1”，内容为 %3 时的样子。</translation>
    </message>
    <message>
        <source>It opens with the passphrase and the recovery code of that day.</source>
        <translation>用当时的口令和恢复码打开。</translation>
    </message>
    <message>
        <source>New tickets get another letter in their numbers, so none is given twice.</source>
        <translation>新工单的编号改用另一个字母，不会与已有编号重复。</translation>
    </message>
    <message>
        <source>The desk must not go on working on the old computer too.</source>
        <translation>旧电脑上的同一工位不得继续使用。</translation>
    </message>
    <message>
        <source>The window closes the desk, and opens it again as it was on %1.</source>
        <translation>窗口先关闭工位，再以 %1 时的内容重新打开。</translation>
    </message>
    <message>
        <source>What was entered since then is not in the backup. The present database is not deleted: it is kept in the folder &quot;backups&quot;.</source>
        <translation>此后登记的内容不在备份中。现有数据库不会删除，保留在“backups”文件夹中。</translation>
    </message>
    <message>
        <source>New tickets get the next letter in their numbers, so none is given twice.</source>
        <translation>新工单的编号改用下一个字母，不会与已有编号重复。</translation>
    </message>
    <message>
        <source>Customers who were erased stay erased.</source>
        <translation>已清除的客户资料不会恢复。</translation>
    </message>
    <message>
        <source>Drafts and the way in which the desk opens stay as they are.</source>
        <translation>草稿和工位的打开方式保持不变。</translation>
    </message>
    <message>
        <source>This doesn&apos;t open the backup. Type the passphrase that was set on %1, or the recovery code.</source>
        <translation>打不开这份备份。请输入 %1 时所用的口令，或恢复码。</translation>
    </message>
    <message>
        <source>Restore now</source>
        <translation>立即恢复</translation>
    </message>
</context>
<context>
    <name>ui::backups::UnlockDialog</name>
    <message>
        <source>Open the desk</source>
        <translation>打开工位</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Passphrase or code</source>
        <translation>口令或恢复码</translation>
    </message>
    <message>
        <source>This desk is protected. Type its passphrase, or the recovery code from its sheet.</source>
        <translation>本工位已加保护。请输入口令，或纸面上的恢复码。</translation>
    </message>
    <message>
        <source>Desk: %1</source>
        <translation>工位：%1</translation>
    </message>
    <message>
        <source>This doesn&apos;t open the desk.</source>
        <translation>打不开工位。</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>ui::conflicts::ConflictTable</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>双方</translation>
    </message>
</context>
<context>
    <name>ui::conflicts::ConflictsPage</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>待认定</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已认定</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>打开 (Enter)</translation>
    </message>
    <message>
        <source>Nothing contradicts</source>
        <translation>没有冲突</translation>
    </message>
    <message>
        <source>What two desks recorded apart and differently stands here with both versions, and what had no effect because it came too late or without the right.</source>
        <translation>两个工位各自登记而不一致的内容，连同两个版本列在这里；来晚了或没有权限而未生效的也在这里。</translation>
    </message>
    <message>
        <source>Nothing was settled yet.</source>
        <translation>还没有认定过的冲突。</translation>
    </message>
    <message>
        <source>There is nothing to open: what was recorded had no effect.</source>
        <translation>没有可打开的内容：当时的登记没有生效。</translation>
    </message>
</context>
<context>
    <name>ui::conflicts::TwinLines</name>
    <message>
        <source>Labels given twice</source>
        <translation>重复的编号</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>打开：%1</translation>
    </message>
</context>
<context>
    <name>ui::customers</name>
    <message>
        <source>since %1</source>
        <translation>%1起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至%1</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>As it is held</source>
        <translation>所存内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>What is held about %1</source>
        <translation>关于%1所持有的信息</translation>
    </message>
    <message>
        <source>A copy for the person, by article 45 of the Personal Information Protection Law.</source>
        <translation>依《个人信息保护法》第四十五条向本人提供的副本。</translation>
    </message>
    <message>
        <source>Who looked at it</source>
        <translation>查阅记录</translation>
    </message>
</context>
<context>
    <name>ui::customers::CustomerView</name>
    <message>
        <source>Customer&apos;s file</source>
        <translation>客户档案</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Premises and meters</source>
        <translation>房屋与表计</translation>
    </message>
    <message>
        <source>Where this customer is served, with account and meter numbers: whoever names one finds this file.</source>
        <translation>该客户在哪里用水用电，户号、表号是多少：报出任何一个都能找到这份档案。</translation>
    </message>
    <message>
        <source>Add premises</source>
        <translation>添加房屋</translation>
    </message>
    <message>
        <source>Household members and contacts</source>
        <translation>家庭成员与联系人</translation>
    </message>
    <message>
        <source>Who else calls for this customer: their phones find this file.</source>
        <translation>还有谁替该客户来电：他们的电话也能找到这份档案。</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>How satisfied they were, ticket by ticket, will stand here.</source>
        <translation>每件工单的满意度会列在这里。</translation>
    </message>
    <message>
        <source>Calls and visits</source>
        <translation>联系与回访</translation>
    </message>
    <message>
        <source>Return visits and other contacts will stand here.</source>
        <translation>回访和其他联系会列在这里。</translation>
    </message>
    <message>
        <source>Merged files</source>
        <translation>已并入的档案</translation>
    </message>
    <message>
        <source>Business done</source>
        <translation>办理过的业务</translation>
    </message>
    <message>
        <source>Tickets of this customer will stand here.</source>
        <translation>该客户的工单会列在这里。</translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>姓名不详</translation>
    </message>
    <message>
        <source>Change premises</source>
        <translation>修改房屋</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Change a person&apos;s entry</source>
        <translation>修改成员</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回合并</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>共%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>未办结%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation>
            <numerusform>投诉%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the file</source>
        <translation>修改档案</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>New premises</source>
        <translation>新增房屋</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增成员</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>已移除：%1</translation>
    </message>
    <message>
        <source>The merging is taken back.</source>
        <translation>合并已撤回。</translation>
    </message>
    <message>
        <source>Save or give up what stands half filled in first.</source>
        <translation>请先保存或放弃没填完的内容。</translation>
    </message>
</context>
<context>
    <name>ui::customers::CustomersBar</name>
    <message>
        <source>Groups</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>Search: name, pinyin, end of a phone, address, account or meter number</source>
        <translation>查找：姓名、拼音、电话尾号、地址、户号或表号</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Merge the two</source>
        <translation>合并所选两份</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Copy for the person (PDF)…</source>
        <translation>提供给本人的副本（PDF）…</translation>
    </message>
    <message>
        <source>Ask for erasure…</source>
        <translation>申请删除…</translation>
    </message>
</context>
<context>
    <name>ui::customers::CustomersList</name>
    <message>
        <source>No customer here</source>
        <translation>这里没有客户</translation>
    </message>
    <message>
        <source>Whoever calls gets a file with the first ticket; lists of customers come in by the import. Another search may find who you look for.</source>
        <translation>来电的人登记第一件工单时自动建档；已有的客户名单可以导入。换个条件也许能找到。</translation>
    </message>
    <message>
        <source>open a file</source>
        <translation>建档</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1位客户</translation>
    </message>
</context>
<context>
    <name>ui::customers::CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Ask for erasure</source>
        <translation>申请删除</translation>
    </message>
    <message>
        <source>Why does %1 want the data gone? A second person decides.</source>
        <translation>%1为什么要求删除信息？将由第二人决定。</translation>
    </message>
    <message>
        <source>Asked for. A second person decides on the page Personal data.</source>
        <translation>已申请，由第二人在“个人信息”页决定。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Choose two customers in the list first, with Shift and the arrows.</source>
        <translation>请先在列表中用 Shift 加方向键选中两位客户。</translation>
    </message>
    <message>
        <source>Merged. &quot;Take back&quot; at the end of the file undoes it.</source>
        <translation>已合并。档案末尾的“撤回合并”可以撤销。</translation>
    </message>
</context>
<context>
    <name>ui::customers::DuplicatesDialog</name>
    <message>
        <source>Files of one person</source>
        <translation>同一人的档案</translation>
    </message>
    <message>
        <source>Pairs of files</source>
        <translation>成对的档案</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Which file goes on</source>
        <translation>保留哪一份</translation>
    </message>
    <message>
        <source>The left file goes on</source>
        <translation>保留左边</translation>
    </message>
    <message>
        <source>The right file goes on</source>
        <translation>保留右边</translation>
    </message>
    <message>
        <source>Reason, for whoever looks at it later</source>
        <translation>原因，供以后查看</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tickets, premises and household of both then stand in one file. Nothing is moved; it can be taken back there.</source>
        <translation>合并后两边的工单、房屋和成员显示在一份档案里。原记录不动，可在档案中撤回。</translation>
    </message>
    <message>
        <source>Looking through all customers …</source>
        <translation>正在比对所有客户……</translation>
    </message>
    <message>
        <source>You chose these two.</source>
        <translation>您选中的两份档案。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n对疑似重复</numerusform>
        </translation>
    </message>
    <message>
        <source>No two files look like one person&apos;s.</source>
        <translation>没有疑似同一人的档案。</translation>
    </message>
</context>
<context>
    <name>ui::customers::FileComparison</name>
    <message>
        <source>Both files side by side</source>
        <translation>两份档案对照</translation>
    </message>
    <message>
        <source>Left file</source>
        <translation>左边的档案</translation>
    </message>
    <message>
        <source>Right file</source>
        <translation>右边的档案</translation>
    </message>
    <message>
        <source>Premises</source>
        <translation>房屋</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>same</source>
        <translation>相同</translation>
    </message>
</context>
<context>
    <name>ui::desks::DeskForm</name>
    <message>
        <source>Sees the data of</source>
        <translation>可见客户范围</translation>
    </message>
    <message>
        <source>By where it stands: counter 2, dispatch room</source>
        <translation>按所在位置命名：2号窗口、调度室</translation>
    </message>
    <message>
        <source>Every number of that desk begins with it, so that two desks never give the same one.</source>
        <translation>该工位的每个工单编号都以它开头，这样两个工位不会编出相同的号。</translation>
    </message>
    <message>
        <source>Codes with commas between, such as 01,02</source>
        <translation>网格编号，用逗号隔开，例如 01,02</translation>
    </message>
    <message>
        <source>The desk&apos;s name</source>
        <translation>工位名称</translation>
    </message>
    <message>
        <source>Ticket numbers begin with</source>
        <translation>工单编号前缀</translation>
    </message>
    <message>
        <source>Its grids</source>
        <translation>所辖网格</translation>
    </message>
    <message>
        <source>Name the desk by where it stands: front desk, counter 2.</source>
        <translation>请按所在位置给工位起名，例如：前台、2号窗口。</translation>
    </message>
    <message>
        <source>Up to six digits or letters, such as 04.</source>
        <translation>最多六位数字或字母，例如 04。</translation>
    </message>
    <message>
        <source>Another desk numbers its tickets so. Choose another one.</source>
        <translation>已有工位使用这个编号前缀，请换一个。</translation>
    </message>
    <message>
        <source>Name the codes of its grids, with commas between.</source>
        <translation>请填所辖网格的编号，用逗号隔开。</translation>
    </message>
    <message>
        <source>There is no grid &quot;%1&quot;.</source>
        <translation>没有编号为“%1”的网格。</translation>
    </message>
</context>
<context>
    <name>ui::desks::DeskListWords</name>
    <message>
        <source>Desk</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Entries on their way</source>
        <translation>待传条目</translation>
    </message>
</context>
<context>
    <name>ui::desks::DeskPanel</name>
    <message>
        <source>The chosen desk</source>
        <translation>所选工位</translation>
    </message>
    <message>
        <source>Ticket numbers begin with</source>
        <translation>工单编号前缀</translation>
    </message>
    <message>
        <source>Sees the data of</source>
        <translation>可见客户范围</translation>
    </message>
    <message>
        <source>Its grids</source>
        <translation>所辖网格</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Entries to come</source>
        <translation>待接收条目</translation>
    </message>
    <message>
        <source>Entries to send</source>
        <translation>待发送条目</translation>
    </message>
    <message>
        <source>Handed over today</source>
        <translation>本次启动后</translation>
    </message>
    <message>
        <source>%1 sent, %2 taken</source>
        <translation>已发送 %1 条，已接收 %2 条</translation>
    </message>
    <message>
        <source>Entries that wait for others</source>
        <translation>等待前置条目</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>最近的故障</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>矛盾之处</translation>
    </message>
    <message>
        <source>Revoked at</source>
        <translation>撤销时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Withdraw the invitation…</source>
        <translation>收回邀请…</translation>
    </message>
    <message>
        <source>Revoke this desk…</source>
        <translation>撤销该工位…</translation>
    </message>
    <message>
        <source>Its clock</source>
        <translation>电脑时钟</translation>
    </message>
    <message>
        <source>Written on two computers</source>
        <translation>两台电脑同时写入</translation>
    </message>
</context>
<context>
    <name>ui::desks::DeskTable</name>
    <message>
        <source>Desks of the company</source>
        <translation>本单位的工位</translation>
    </message>
</context>
<context>
    <name>ui::desks::DesksPage</name>
    <message>
        <source>Invite a desk…</source>
        <translation>邀请工位…</translation>
    </message>
    <message>
        <source>Pair face to face…</source>
        <translation>当面配对…</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>连接设置…</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>核验记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>核验进度</translation>
    </message>
    <message>
        <source>The record is sound: %1 entries, each as its desk signed it, and every table says what they say.</source>
        <translation>记录完好：共 %1 条，每条都与签署时一致，各表内容与记录相符。</translation>
    </message>
    <message>
        <source>Damage was found: %1 (%2) Let an administrator restore a backup, on the page Backups and keys.</source>
        <translation>发现损坏：%1（%2）请由系统管理员在“备份与密钥”页恢复备份。</translation>
    </message>
    <message>
        <source>The check was broken off. Nothing wrong so far.</source>
        <translation>核验已中断，到目前为止未发现问题。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is shut out. The other desks learn of it by themselves.</source>
        <translation>“%1”已撤销，其他工位会自动得知。</translation>
    </message>
    <message>
        <source>Other desks can&apos;t call this one; it calls them.</source>
        <translation>其他工位不能连接本工位；由本工位去连接它们。</translation>
    </message>
    <message>
        <source>Other desks call this one at %1.</source>
        <translation>其他工位通过 %1 连接本工位。</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
</context>
<context>
    <name>ui::desks::InvitationSheet</name>
    <message>
        <source>Invitation of a desk</source>
        <translation>工位邀请</translation>
    </message>
    <message>
        <source>Scan instead of typing</source>
        <translation>扫码代替输入</translation>
    </message>
    <message>
        <source>New desk</source>
        <translation>新工位</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>邀请方工位</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>At the new computer</source>
        <translation>在新电脑上</translation>
    </message>
    <message>
        <source>Start Griddesk, choose &quot;Join our company&quot;, type the address and the code. It is good for one computer and ten minutes; afterwards this sheet is worth nothing.</source>
        <translation>启动网格受理台，选择“加入本单位”，输入上面的地址和邀请码。邀请码只限一台电脑、十分钟内有效；过后本单作废。</translation>
    </message>
    <message>
        <source>%1: join as &quot;%2&quot;. Address: %3. Code: %4. Good until %5.</source>
        <translation>%1：以“%2”加入。地址：%3。邀请码：%4。有效至 %5。</translation>
    </message>
</context>
<context>
    <name>ui::desks::InviteDialog</name>
    <message>
        <source>Invite a desk</source>
        <translation>邀请工位</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>生成邀请码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Somebody at the new computer types the code that you get here. It is good for one computer and ten minutes.</source>
        <translation>在新电脑上输入这里生成的邀请码即可加入。邀请码只限一台电脑、十分钟内有效。</translation>
    </message>
    <message>
        <source>At the new computer: start Griddesk, choose &quot;Join our company&quot;, type the address and this code.</source>
        <translation>在新电脑上：启动网格受理台，选择“加入本单位”，输入地址和这个邀请码。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>邀请码：%1</translation>
    </message>
    <message>
        <source>This desk can&apos;t be called at the moment: let other desks call it first, under &quot;Connections&quot;. The code is good until %1.</source>
        <translation>目前其他工位连不上本工位：请先在“连接设置”里允许其他工位连接。邀请码有效至%1。</translation>
    </message>
    <message>
        <source>Address of this desk: %1. The code is good until %2.</source>
        <translation>本工位地址：%1。邀请码有效至%2。</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>✓ %1 has joined.</source>
        <translation>✓ “%1”已加入。</translation>
    </message>
</context>
<context>
    <name>ui::desks::PairingDialog</name>
    <message>
        <source>Pair face to face</source>
        <translation>当面配对</translation>
    </message>
    <message>
        <source>Waiting for the new computer to call …</source>
        <translation>等待新电脑连接…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>At the new computer: start Griddesk, choose &quot;Join our company&quot;, then &quot;Face to face&quot;.</source>
        <translation>在新电脑上：启动网格受理台，选择“加入本单位”，再选“当面配对”。</translation>
    </message>
    <message>
        <source>The digits are the same: let it in</source>
        <translation>数字相同，准予加入</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>数字不同</translation>
    </message>
    <message>
        <source>Compare: the new computer must show these six digits, all of them the same.</source>
        <translation>请核对：新电脑上显示的六位数字必须与这里完全相同。</translation>
    </message>
    <message>
        <source>This desk can&apos;t be called at the moment. Let other desks call it, under &quot;Connections&quot;.</source>
        <translation>目前其他工位连不上本工位。请在“连接设置”里允许其他工位连接。</translation>
    </message>
    <message>
        <source>In the same network the two find each other. Otherwise type this desk&apos;s address there: %1</source>
        <translation>在同一网络内两台电脑会自动找到对方；否则请在新电脑上输入本工位地址：%1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Type this desk&apos;s address there: %1</source>
        <translation>请在新电脑上输入本工位地址：%1</translation>
    </message>
    <message>
        <source>Digits: %1</source>
        <translation>数字：%1</translation>
    </message>
    <message>
        <source>Called from %1</source>
        <translation>来自 %1 的连接</translation>
    </message>
    <message>
        <source>Waiting until the person at the new computer says so too …</source>
        <translation>等待新电脑那边也确认数字相同…</translation>
    </message>
    <message>
        <source>Not let in: %1</source>
        <translation>未准予加入：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to the company now. The record is on its way there; it can be used as soon as it has come in.</source>
        <translation>“%1”已加入本单位。记录正在传过去，传完即可使用。</translation>
    </message>
</context>
<context>
    <name>ui::desks::RevokeDialog</name>
    <message>
        <source>Withdraw</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Withdraw the invitation</source>
        <translation>收回邀请</translation>
    </message>
    <message>
        <source>Revoke a desk</source>
        <translation>撤销工位</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The code for &quot;%1&quot; opens nothing any more.</source>
        <translation>“%1”的邀请码将不再有效。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is shut out of the company, at every desk, for good.

• What it took in up to now and this desk has stays valid.
• What it took in and hasn&apos;t handed over yet has no effect any more. If it still works, let it come into step first.
• It hears nothing more from any desk and gets no more customers&apos; keys. What it has it keeps: if it was stolen, its passphrase is what protects the data.
• To come back it has to be invited as a new desk.</source>
        <translation>“%1”将被永久移出本单位，对所有工位生效。

• 它此前受理、且本工位已收到的内容继续有效。
• 它已受理但还没传过来的内容不再生效。如果它还能用，请先等它同步完成。
• 它不会再收到任何工位的内容，也得不到新的客户密钥。已在它上面的数据仍在：如果是被盗，只有口令能保护这些数据。
• 要重新使用，必须作为新工位再次邀请。</translation>
    </message>
    <message>
        <source>The reason is missing. Whoever looks later wants to know it.</source>
        <translation>请填写原因，以便日后查阅的人了解。</translation>
    </message>
</context>
<context>
    <name>ui::desks::ServingDialog</name>
    <message>
        <source>Other desks may call this one</source>
        <translation>允许其他工位连接本工位</translation>
    </message>
    <message>
        <source>Find desks in the local network, and be found</source>
        <translation>在局域网内自动发现其他工位，也让它们发现本工位</translation>
    </message>
    <message>
        <source>Connections of this desk</source>
        <translation>本工位的连接设置</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>as much as the line takes</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>One a line, such as 192.168.1.20:47000</source>
        <translation>每行一个，例如 192.168.1.20:47000</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Addresses to call</source>
        <translation>主动连接的地址</translation>
    </message>
    <message>
        <source>Send at most</source>
        <translation>发送速度上限</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中心库</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>保存设置</translation>
    </message>
    <message>
        <source>This is for this desk alone and lies sealed on its disk. A hub is needed only where desks work in different networks; its address comes from whoever runs it, and is shown here without its password.</source>
        <translation>这些设置只对本工位有效，加密保存在本机。只有工位分处不同网络时才需要中心库；其地址由中心库管理员提供，这里显示时不含密码。</translation>
    </message>
</context>
<context>
    <name>ui::desks::WaitingLines</name>
    <message>
        <source>What waits</source>
        <translation>等待处理</translation>
    </message>
    <message>
        <source>a desk that nobody here knows</source>
        <translation>一个未登记的工位</translation>
    </message>
    <message>
        <source>%1: %2 entries wait for others that they build on. They come in by themselves.</source>
        <translation>%1：有 %2 条记录在等它们所依据的前置记录，会自动补齐。</translation>
    </message>
    <message>
        <source>%1 customers can&apos;t be read here yet: their keys are asked for at every desk.</source>
        <translation>有 %1 位客户的资料暂时打不开：正在向各工位索取密钥。</translation>
    </message>
    <message>
        <source>Nobody was reached at %1. %2</source>
        <translation>%1 连接不上。%2</translation>
    </message>
</context>
<context>
    <name>ui::desks::Words</name>
    <message>
        <source>not reached since %1</source>
        <translation>自%1 起联系不上</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>尚未联系上</translation>
    </message>
    <message numerus="yes">
        <source>behind by %n entries</source>
        <translation>
            <numerusform>还差 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>is being sent %n entries</source>
        <translation>
            <numerusform>正在发送 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>exchanging</source>
        <translation>同步中</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>中心库</translation>
    </message>
    <message>
        <source>%1 (this desk)</source>
        <translation>%1（本工位）</translation>
    </message>
    <message>
        <source>says no</source>
        <translation>拒绝连接</translation>
    </message>
    <message>
        <source>in use here</source>
        <translation>正在使用</translation>
    </message>
    <message>
        <source>in step</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>says this desk was revoked</source>
        <translation>对方称本工位已被撤销</translation>
    </message>
    <message>
        <source>by way of the hub</source>
        <translation>经中心库同步</translation>
    </message>
    <message>
        <source>invited until %1</source>
        <translation>邀请有效至%1</translation>
    </message>
    <message>
        <source>invitation lapsed</source>
        <translation>邀请已过期</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>%1 已撤销</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>中心库</translation>
    </message>
    <message>
        <source>local network, %1</source>
        <translation>局域网 %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>地址 %1</translation>
    </message>
    <message>
        <source>calls from %1</source>
        <translation>由对方连来 %1</translation>
    </message>
    <message>
        <source>%1 to come</source>
        <translation>待收 %1 条</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>待发 %1 条</translation>
    </message>
    <message>
        <source>%1 wait</source>
        <translation>等待 %1 条</translation>
    </message>
    <message>
        <source>What is taken in here goes to the other desks by itself, as soon as they are reached.</source>
        <translation>在这里受理的内容会自动传到能联系上的其他工位。</translation>
    </message>
    <message>
        <source>Both hold the same. What one of them takes in is at the other at once.</source>
        <translation>两边内容一致。一边受理，另一边立即可见。</translation>
    </message>
    <message>
        <source>Go on working: what is missing comes in by itself.</source>
        <translation>照常工作即可：缺少的内容会自动补齐。</translation>
    </message>
    <message>
        <source>It is being called.</source>
        <translation>正在连接该工位。</translation>
    </message>
    <message>
        <source>Nothing is exchanged with this desk any more, and what is taken in here reaches nobody. Ask an administrator why.</source>
        <translation>不再与本工位同步，在这里受理的内容不会传给任何人。请向系统管理员了解原因。</translation>
    </message>
    <message>
        <source>It is tried again by itself. Nothing is lost: everything taken in here goes out when it answers.</source>
        <translation>系统会自动重试。内容不会丢失：恢复后，这里受理的都会传过去。</translation>
    </message>
    <message>
        <source>It is switched off, or the network between is interrupted. It is called again by itself, and nothing is lost.</source>
        <translation>对方没有开机，或者网络中断。系统会自动重连，内容不会丢失。</translation>
    </message>
    <message>
        <source>The two don&apos;t reach each other. What each hands to the hub comes to the other from there.</source>
        <translation>两个工位不能直接相连，各自交给中心库的内容由中心库转给对方。</translation>
    </message>
    <message>
        <source>It joins as soon as somebody types the invitation&apos;s code there.</source>
        <translation>在那台电脑上输入邀请码后即可加入。</translation>
    </message>
    <message>
        <source>Nobody came in time. Invite the desk anew.</source>
        <translation>没有人按时加入，请重新邀请。</translation>
    </message>
    <message>
        <source>What it took in after that has no effect and is sent to nobody.</source>
        <translation>它在那之后受理的内容不生效，也不会传给任何工位。</translation>
    </message>
    <message>
        <source>The company&apos;s only desk</source>
        <translation>本单位只有这一个工位</translation>
    </message>
    <message>
        <source>In step with the hub</source>
        <translation>已与中心库同步</translation>
    </message>
    <message numerus="yes">
        <source>In step with %n desks and the hub</source>
        <translation>
            <numerusform>已与 %n 个工位和中心库同步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In step with %n desks</source>
        <translation>
            <numerusform>已与 %n 个工位同步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries behind</source>
        <translation>
            <numerusform>还差 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Working alone since %1</source>
        <translation>自%1 起单独工作</translation>
    </message>
    <message numerus="yes">
        <source>In step with %n desks, hub not reached since %1</source>
        <translation>
            <numerusform>已与 %n 个工位同步，中心库自%1 起联系不上</numerusform>
        </translation>
    </message>
    <message>
        <source>This desk was revoked</source>
        <translation>本工位已被撤销</translation>
    </message>
    <message>
        <source>No other desk reached yet</source>
        <translation>尚未联系上其他工位，独立工作</translation>
    </message>
    <message>
        <source>in step, clocks differ</source>
        <translation>已同步，时钟不一致</translation>
    </message>
    <message>
        <source>%1 ahead of this one&apos;s</source>
        <translation>比本机快%1</translation>
    </message>
    <message>
        <source>%1 behind this one&apos;s</source>
        <translation>比本机慢%1</translation>
    </message>
    <message>
        <source>One of the two computers has the wrong time. Set it right: due times and the service record show the time of whoever was at work.</source>
        <translation>两台电脑中有一台时间不准，请校准：办理时限和服务记录都按经办电脑的时间记录。</translation>
    </message>
    <message>
        <source>written on two computers</source>
        <translation>有两台电脑在写</translation>
    </message>
    <message>
        <source>Two computers wrote as this desk: its folder was copied, or files were laid back by hand. Everything that both wrote is kept and counts. Let only one of them go on; let the other in anew as a desk of its own.</source>
        <translation>有两台电脑以这个工位的名义写入：它的文件夹被复制过，或有人手工放回了旧文件。两边写的都保留并有效。请只让其中一台继续用，另一台作为新工位重新加入。</translation>
    </message>
    <message>
        <source>Two computers write as one desk</source>
        <translation>有两台电脑用着同一个工位</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::BaseMapChoice</name>
    <message>
        <source>Choose a base map (MBTiles) …</source>
        <translation>选择底图（MBTiles）……</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Base maps (*.mbtiles)</source>
        <translation>底图 (*.mbtiles)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Place a picture of the plan …</source>
        <translation>放置小区平面图……</translation>
    </message>
    <message>
        <source>Nothing below the grids</source>
        <translation>不用底图</translation>
    </message>
    <message>
        <source>Picture of the plan</source>
        <translation>平面图图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.svg)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp *.svg)</translation>
    </message>
    <message>
        <source>The picture can&apos;t be read: %1</source>
        <translation>图片读不了：%1</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::DivisionEditor</name>
    <message>
        <source>New grid</source>
        <translation>新网格</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>改轮廓</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Border of two</source>
        <translation>移动边界</translation>
    </message>
    <message>
        <source>Take the area away</source>
        <translation>去掉范围</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Gaps and overlaps</source>
        <translation>空隙与重叠</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>调整原因</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>保存（Ctrl+S）</translation>
    </message>
    <message>
        <source>Holds &amp;from</source>
        <translation>生效日期(&amp;F)</translation>
    </message>
    <message>
        <source>Choose a grid and what to do with it. Nothing is saved before you say so.</source>
        <translation>先选一个网格，再选要做什么。点保存之前，什么都不会改动。</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n grid(s) differ from before.</source>
        <translation>
            <numerusform>%1。共有 %n 个网格与原来不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for gaps and overlaps …</source>
        <translation>正在查找空隙与重叠……</translation>
    </message>
    <message>
        <source>No gaps and no overlaps.</source>
        <translation>没有空隙，也没有重叠。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>归 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s) lie in another grid then: move them</source>
        <translation>
            <numerusform>有 %n 件未办结工单将换网格：一并调整</numerusform>
        </translation>
    </message>
    <message>
        <source>The grids were divided anew</source>
        <translation>网格重新划分</translation>
    </message>
    <message>
        <source>The grids are saved, but not every ticket was moved: %1</source>
        <translation>网格已保存，但有工单没有调整：%1</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>不保存就退出？</translation>
    </message>
    <message>
        <source>What was drawn is not saved.</source>
        <translation>画好的内容还没有保存。</translation>
    </message>
    <message>
        <source>Choose a grid on the map first: click it, or walk with Tab.</source>
        <translation>请先在地图上选一个网格：单击，或用 Tab 键逐个走。</translation>
    </message>
    <message>
        <source>%1 grows by another grid: walk to it with Tab and press Enter, or double-click it.</source>
        <translation>把另一个网格并入 %1：用 Tab 走到它按回车，或双击它。</translation>
    </message>
    <message>
        <source>The border of %1 and which other grid? Walk to it with Tab and press Enter, or double-click it.</source>
        <translation>%1 与哪个网格的边界？用 Tab 走到那个网格按回车，或双击它。</translation>
    </message>
    <message>
        <source>Leave (Ctrl+E)</source>
        <translation>退出（Ctrl+E）</translation>
    </message>
    <message>
        <source>Narrow gap beside %1, %2</source>
        <translation>狭缝：%1 之间，%2</translation>
    </message>
    <message>
        <source>Gap beside %1, %2</source>
        <translation>空隙：%1 旁，%2</translation>
    </message>
    <message>
        <source>Narrow overlap of %1, %2</source>
        <translation>细条重叠：%1，%2</translation>
    </message>
    <message>
        <source>Overlap of %1, %2</source>
        <translation>重叠：%1，%2</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::GridMapPage</name>
    <message>
        <source>Here stand the grids. Import a map of them (Shift+F10), or draw the first one.</source>
        <translation>这里显示网格。请导入网格地图（Shift+F10），或画出第一个网格。</translation>
    </message>
    <message>
        <source>Draw grids</source>
        <translation>划分网格</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Open in grid %1</source>
        <translation>网格 %1 未办结</translation>
    </message>
    <message>
        <source>The newest %L1 of the tickets</source>
        <translation>只显示最新的 %L1 件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s) with a place</source>
        <translation>
            <numerusform>有位置的工单 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>In the chosen part of the map</source>
        <translation>地图上选定的范围</translation>
    </message>
    <message>
        <source>%1 is ready to be pasted</source>
        <translation>%1 已复制，可直接粘贴</translation>
    </message>
    <message>
        <source>Grid map</source>
        <translation>网格地图</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Card: who answers, what is open</source>
        <translation>卡片：谁负责、有哪些未办结</translation>
    </message>
    <message>
        <source>List of what is open</source>
        <translation>未办结清单</translation>
    </message>
    <message>
        <source>Copy the chief&apos;s phone</source>
        <translation>复制网格长电话</translation>
    </message>
    <message>
        <source>Row in the register of grids</source>
        <translation>网格台账中的这一行</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>theme and day</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::MapBar</name>
    <message>
        <source>Tickets on the map</source>
        <translation>地图上的工单</translation>
    </message>
    <message>
        <source>Service lines</source>
        <translation>专业</translation>
    </message>
    <message>
        <source>Search tickets on the map</source>
        <translation>搜索地图上的工单</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部专业</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::MapValues</name>
    <message>
        <source>%1 households</source>
        <translation>%1 户</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 个用户</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::NamingDialog</name>
    <message>
        <source>New grids</source>
        <translation>新网格</translation>
    </message>
    <message>
        <source>Code of the new grid</source>
        <translation>新网格的编码</translation>
    </message>
    <message>
        <source>Name of the new grid</source>
        <translation>新网格的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code and name</source>
        <translation>编码和名称</translation>
    </message>
    <message>
        <source>Grid %1</source>
        <translation>第 %1 个</translation>
    </message>
    <message>
        <source>There is a grid %1 already.</source>
        <translation>已经有网格 %1。</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::PlanDialog</name>
    <message>
        <source>Place the plan on the map</source>
        <translation>把平面图放到地图上</translation>
    </message>
    <message>
        <source>Points that are the same</source>
        <translation>对应点</translation>
    </message>
    <message>
        <source>misses by %1 m</source>
        <translation>偏差 %1 米</translation>
    </message>
    <message>
        <source>, contradicts the others</source>
        <translation>，与其他点矛盾</translation>
    </message>
    <message>
        <source>Point %1: %2</source>
        <translation>第 %1 点：%2</translation>
    </message>
    <message>
        <source>Now the same place on the map: click it, or Enter at the cross.</source>
        <translation>再在地图上单击同一位置，或在十字处按回车。</translation>
    </message>
    <message>
        <source>A point of the plan that you know on the map: a corner, a crossing. Click it, or Enter at the cross. Two points place the plan, three and more correct it. Del takes one out.</source>
        <translation>在平面图上单击一个地图上认得的点，如墙角、路口；也可在十字处按回车。两个点即可放置，三个以上可以校正。Del 去掉一个点。</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::PlanView</name>
    <message>
        <source>The plan</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>Arrows move it, plus and minus zoom, Enter names the point at the cross in the middle.</source>
        <translation>方向键移动，加减号缩放，回车选定中间十字处的点。</translation>
    </message>
</context>
<context>
    <name>ui::gridmap::PrintDialog</name>
    <message>
        <source>Tickets, as on the screen</source>
        <translation>工单，与屏幕相同</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>The page as it will print</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>A4, across</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>A4, upright</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>A3, across</source>
        <translation>A3 横向</translation>
    </message>
    <message>
        <source>A3, upright</source>
        <translation>A3 纵向</translation>
    </message>
    <message>
        <source>All grids</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>屏幕所见</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Hatches, for black ink</source>
        <translation>纹理（黑白打印）</translation>
    </message>
    <message>
        <source>Colours and hatches</source>
        <translation>颜色加纹理</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Part of the map</source>
        <translation>打印范围(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Classes as</source>
        <translation>分级用(&amp;C)</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印……</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF……</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Grid map.pdf</source>
        <translation>网格地图.pdf</translation>
    </message>
</context>
<context>
    <name>ui::intake</name>
    <message>
        <source>The kind is missing.</source>
        <translation>还没有选类型。</translation>
    </message>
    <message>
        <source>A repair without an address finds no grid.</source>
        <translation>报修没有地址，无法确定网格。</translation>
    </message>
    <message>
        <source>It doesn&apos;t say yet what the matter is.</source>
        <translation>还没有填写内容。</translation>
    </message>
    <message>
        <source>on site within %1</source>
        <translation>%1内到场</translation>
    </message>
    <message>
        <source>on site before %1</source>
        <translation>%1 前到场</translation>
    </message>
    <message>
        <source>repaired within %1</source>
        <translation>%1内修复</translation>
    </message>
    <message>
        <source>repaired before %1</source>
        <translation>%1 前修复</translation>
    </message>
    <message>
        <source>answered within %1</source>
        <translation>%1内答复</translation>
    </message>
    <message>
        <source>answered before %1</source>
        <translation>%1 前答复</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The text holds %1. Ctrl+L keeps it sealed.</source>
        <translation>文字中有 %1，按 Ctrl+L 移到加密备注。</translation>
    </message>
    <message>
        <source>called within %1</source>
        <translation>%1内首次联系</translation>
    </message>
    <message>
        <source>called before %1</source>
        <translation>%1 前首次联系</translation>
    </message>
    <message>
        <source>reviewed within %1</source>
        <translation>%1内审核</translation>
    </message>
    <message>
        <source>reviewed before %1</source>
        <translation>%1 前审核</translation>
    </message>
    <message numerus="yes">
        <source>%n workday(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of service hours</source>
        <translation>%1（服务时间）</translation>
    </message>
</context>
<context>
    <name>ui::intake::AnswersPanel</name>
    <message>
        <source>Known about this call</source>
        <translation>此来电的已知信息</translation>
    </message>
    <message>
        <source>Open tickets of this customer</source>
        <translation>该客户的未办结工单</translation>
    </message>
    <message>
        <source>Perhaps the same matter</source>
        <translation>可能是同一事项</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问要点</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>推荐派单</translation>
    </message>
    <message>
        <source>Who is calling?</source>
        <translation>哪位来电？</translation>
    </message>
    <message>
        <source>Type the number, a name or an address: whom it names, what is open for them and what is promised will stand here.</source>
        <translation>输入号码、姓名或地址后，这里会显示客户是谁、有哪些未办结工单、承诺了什么。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) within a year</source>
        <translation>
            <numerusform>近一年 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dissatisfied</source>
        <translation>
            <numerusform>不满意 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Not on file yet</source>
        <translation>尚未建档</translation>
    </message>
    <message>
        <source>A file is made with the ticket.</source>
        <translation>登记工单时自动建档。</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) may be meant</source>
        <translation>
            <numerusform>可能是以下 %n 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open of the same category</source>
        <translation>
            <numerusform>同类别未办结 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No ticket within a year</source>
        <translation>近一年没有工单</translation>
    </message>
    <message numerus="yes">
        <source>%n more from this building in 30 min</source>
        <translation>
            <numerusform>本楼 30 分钟内另有 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Calls: %1</source>
        <translation>来电：%1</translation>
    </message>
    <message>
        <source>Ctrl+J, then Enter: this call belongs to it</source>
        <translation>Ctrl+J 再按 Enter：本次来电并入</translation>
    </message>
    <message>
        <source>Greet</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说</translation>
    </message>
    <message>
        <source>Don&apos;t say</source>
        <translation>不说</translation>
    </message>
    <message>
        <source>Check first</source>
        <translation>先核对</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) from this building in 90 days</source>
        <translation>
            <numerusform>本楼 90 天内同类 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s) within a year</source>
        <translation>
            <numerusform>一年内投诉 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::intake::AttachmentList</name>
    <message>
        <source>Add a file or paste a picture</source>
        <translation>添加文件或粘贴图片</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Files for this ticket</source>
        <translation>本工单的附件</translation>
    </message>
</context>
<context>
    <name>ui::intake::CallerFields</name>
    <message>
        <source>Stays anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Caller&apos;s number</source>
        <translation>来电号码</translation>
    </message>
</context>
<context>
    <name>ui::intake::DispatchBar</name>
    <message>
        <source>Dispatch to</source>
        <translation>派单给</translation>
    </message>
    <message>
        <source>Enter dispatches, Esc goes back</source>
        <translation>按 Enter 派单，按 Esc 返回</translation>
    </message>
    <message>
        <source>Team or person</source>
        <translation>维修队或人员</translation>
    </message>
</context>
<context>
    <name>ui::intake::DraftMenu</name>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>草稿 %n 份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::intake::IntakeForm</name>
    <message>
        <source>Caller</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>专业</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Draft without words</source>
        <translation>未填内容的草稿</translation>
    </message>
    <message>
        <source>Sealed note</source>
        <translation>加密备注</translation>
    </message>
</context>
<context>
    <name>ui::intake::IntakePage</name>
    <message>
        <source>Take in</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Take in and dispatch</source>
        <translation>登记并派单</translation>
    </message>
    <message>
        <source>Another matter</source>
        <translation>另一事项</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>存草稿</translation>
    </message>
    <message>
        <source>The draft can&apos;t be kept on the disk: %1.</source>
        <translation>草稿无法保存到磁盘：%1。</translation>
    </message>
    <message>
        <source>Only a repair is dispatched to a team. Ctrl+Enter takes it in.</source>
        <translation>只有报修才派单给维修队。请按 Ctrl+Enter 登记。</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>We promise: %1.</source>
        <translation>我们承诺：%1。</translation>
    </message>
    <message>
        <source>Dispatched to %1.</source>
        <translation>已派单给 %1。</translation>
    </message>
    <message>
        <source>It goes to grid %1, %2.</source>
        <translation>转到网格 %1，网格长 %2。</translation>
    </message>
    <message>
        <source>Called again about the same matter.</source>
        <translation>就同一事项再次来电。</translation>
    </message>
    <message>
        <source>Noted on the open ticket</source>
        <translation>已记入未办结工单</translation>
    </message>
    <message>
        <source>Taken in: %1. Another matter of the same contact.</source>
        <translation>已登记：%1。请继续登记同一次来电的另一事项。</translation>
    </message>
    <message>
        <source>This is what you were typing when the window closed.</source>
        <translation>这是上次关闭窗口时您正在填写的内容。</translation>
    </message>
    <message>
        <source>It waits with the outage: whoever called is called back once it is over.</source>
        <translation>已并入停供，恢复后回电告知。</translation>
    </message>
    <message>
        <source>This kind of matter doesn&apos;t wait with an outage.</source>
        <translation>这类事项不能并入停供。</translation>
    </message>
</context>
<context>
    <name>ui::intake::MatterFields</name>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Service line</source>
        <translation>专业</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Words or pinyin initials</source>
        <translation>文字或拼音首字母</translation>
    </message>
    <message>
        <source>In the caller&apos;s words. Tab goes on.</source>
        <translation>按来电人的原话填写。按 Tab 到下一项。</translation>
    </message>
</context>
<context>
    <name>ui::intake::OutageOffer</name>
    <message>
        <source>expected until %1</source>
        <translation>预计 %1 恢复</translation>
    </message>
    <message>
        <source>nobody knows until when</source>
        <translation>恢复时间待定</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>It is about: %1</source>
        <translation>并入：%1</translation>
    </message>
</context>
<context>
    <name>ui::intake::PlaceDialog</name>
    <message>
        <source>Click where it is, or move the cross with the arrows and press Enter.</source>
        <translation>单击事发位置，或用方向键移动十字、按回车。</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>在哪里？</translation>
    </message>
    <message>
        <source>Grids to choose from</source>
        <translation>可选网格</translation>
    </message>
    <message>
        <source>No grid is drawn yet.</source>
        <translation>还没有划分网格。</translation>
    </message>
    <message numerus="yes">
        <source>%n grid(s) have this place. Which one answers for it?</source>
        <translation>
            <numerusform>有 %n 个网格包含此处，由哪个负责？</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 m away</source>
        <translation>%1，相距 %2 米</translation>
    </message>
    <message>
        <source>None of them: the address decides</source>
        <translation>都不是：按地址确定</translation>
    </message>
    <message>
        <source>No grid has this place. Does one near by answer for it?</source>
        <translation>此处不在任何网格内，由附近的网格负责吗？</translation>
    </message>
</context>
<context>
    <name>ui::intake::PlaceField</name>
    <message>
        <source>Show on the map where it is (Ctrl+G)</source>
        <translation>在地图上指出位置（Ctrl+G）</translation>
    </message>
    <message>
        <source>Show on the map where it is</source>
        <translation>在地图上指出位置</translation>
    </message>
    <message>
        <source> · on the map</source>
        <translation> · 已定位</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>ui::intake::SavedView</name>
    <message>
        <source>print the receipt</source>
        <translation>打印受理回执</translation>
    </message>
    <message>
        <source>another matter of the same contact</source>
        <translation>登记同一次来电的另一事项</translation>
    </message>
    <message>
        <source>next call; or just begin to type</source>
        <translation>接下一个来电；也可直接输入</translation>
    </message>
</context>
<context>
    <name>ui::lessons::MeasureStrip</name>
    <message>
        <source>Improvement measures</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Measure…</source>
        <translation>措施…</translation>
    </message>
    <message>
        <source>Add an improvement measure</source>
        <translation>添加改进措施</translation>
    </message>
    <message>
        <source>None yet: what keeps this from coming again, who sees to it, by when?</source>
        <translation>还没有：怎样防止再次发生？谁负责？何时完成？</translation>
    </message>
    <message>
        <source>to be done by %1</source>
        <translation>%1 前完成</translation>
    </message>
    <message>
        <source>checked by %1</source>
        <translation>%1 核查</translation>
    </message>
    <message>
        <source>New improvement measure</source>
        <translation>新的改进措施</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Check the effect</source>
        <translation>核查效果</translation>
    </message>
    <message>
        <source>Record as done</source>
        <translation>登记完成</translation>
    </message>
</context>
<context>
    <name>ui::map::AreaSketch</name>
    <message>
        <source>The area in small; the other version as a dashed line</source>
        <translation>范围缩略图；虚线是另一个版本</translation>
    </message>
</context>
<context>
    <name>ui::map::BandTool</name>
    <message>
        <source>Move to the opposite corner and press Enter. Esc leaves.</source>
        <translation>移到对角处按回车，Esc 退出。</translation>
    </message>
    <message>
        <source>Drag a box, or move the cross to a corner and press Enter. Esc leaves.</source>
        <translation>按住鼠标拖出一个框，或用方向键把十字移到一角按回车，Esc 退出。</translation>
    </message>
</context>
<context>
    <name>ui::map::DaySlider</name>
    <message>
        <source>Day that the map shows</source>
        <translation>地图显示哪一天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation>%1（今天）</translation>
    </message>
</context>
<context>
    <name>ui::map::GridCard</name>
    <message>
        <source>Chosen grid</source>
        <translation>选中的网格</translation>
    </message>
    <message>
        <source>Close the card</source>
        <translation>关闭卡片</translation>
    </message>
    <message>
        <source>Close the card (Esc)</source>
        <translation>关闭卡片（Esc）</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>拨打电话</translation>
    </message>
    <message>
        <source>All its tickets</source>
        <translation>全部工单</translation>
    </message>
    <message>
        <source>Open tickets of the grid</source>
        <translation>本网格在办工单</translation>
    </message>
    <message>
        <source>Nothing is open in this grid.</source>
        <translation>本网格没有在办工单。</translation>
    </message>
    <message>
        <source>Grid %1</source>
        <translation>网格 %1</translation>
    </message>
    <message>
        <source>No chief</source>
        <translation>没有网格长</translation>
    </message>
    <message>
        <source>Chief %1</source>
        <translation>网格长 %1</translation>
    </message>
    <message>
        <source>Acting: %1</source>
        <translation>代理网格长：%1</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>在办 %1 件</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>超时 %1 件</translation>
    </message>
    <message>
        <source>%1 due soon</source>
        <translation>即将超时 %1 件</translation>
    </message>
    <message>
        <source>Work plan</source>
        <translation>工作计划</translation>
    </message>
    <message>
        <source>Work plan of the grid</source>
        <translation>网格工作计划</translation>
    </message>
    <message>
        <source>As it was at the end of %1. What is open is listed for today alone.</source>
        <translation>这是 %1 当天结束时的情况；未办结清单只列今天的。</translation>
    </message>
</context>
<context>
    <name>ui::map::LayerStrip</name>
    <message>
        <source>What the map shows</source>
        <translation>地图上显示什么</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>着色</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Patrols</source>
        <translation>巡查</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>聚合</translation>
    </message>
    <message>
        <source>Hatch</source>
        <translation>纹理</translation>
    </message>
</context>
<context>
    <name>ui::map::Legend</name>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a class and how many grids it has</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2 grids</source>
        <translation>%1：%2 个网格</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the classes of a legend</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>ui::map::MapLegend</name>
    <message>
        <source>Colour the grids by</source>
        <translation>网格按什么着色</translation>
    </message>
    <message>
        <source>How the classes are made</source>
        <translation>怎样分级</translation>
    </message>
    <message>
        <source>As many grids in each</source>
        <translation>各级网格数相近</translation>
    </message>
    <message>
        <source>Steps of the same size</source>
        <translation>等距分级</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Limits of one&apos;s own</source>
        <translation>自定分级</translation>
    </message>
    <message>
        <source>Limits between the classes</source>
        <translation>各级之间的界限</translation>
    </message>
    <message>
        <source>e.g. 5, 10, 20</source>
        <translation>如 5, 10, 20</translation>
    </message>
    <message>
        <source>Up to four numbers with commas between them; Enter applies them</source>
        <translation>最多四个数，用逗号隔开；回车生效</translation>
    </message>
</context>
<context>
    <name>ui::map::MapSheet</name>
    <message>
        <source>Made by %1, %2</source>
        <translation>制图：%1&#x3000;%2</translation>
    </message>
</context>
<context>
    <name>ui::map::MapWords</name>
    <message>
        <source>Grid map</source>
        <translation>网格地图</translation>
    </message>
    <message>
        <source>Tab and Shift+Tab walk the grids, Enter opens the chosen one, Space selects an area. Arrows move, plus and minus zoom, Home shows everything, Ctrl+Tab leaves the map.</source>
        <translation>Tab 和 Shift+Tab 按编号逐个选网格，回车打开选中的网格，空格框选区域；方向键移动，加号、减号缩放，Home 显示全部，Ctrl+Tab 离开地图。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of what is said of a grid</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Grid %1</source>
        <translation>网格 %1</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>在办 %1 件</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>超时 %1 件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 pieces of equipment here</source>
        <translation>此处有 %1 台设备</translation>
    </message>
    <message>
        <source>%1 patrol points here</source>
        <translation>此处有 %1 个巡查点</translation>
    </message>
    <message>
        <source>%1 people here</source>
        <translation>此处有 %1 人</translation>
    </message>
    <message>
        <source>%1 tickets here, %2 late</source>
        <translation>此处有 %1 件工单，超时 %2 件</translation>
    </message>
    <message>
        <source>%1 tickets here</source>
        <translation>此处有 %1 件工单</translation>
    </message>
</context>
<context>
    <name>ui::map::OutlineTool</name>
    <message>
        <source>Click or Enter sets a corner, Backspace takes the last one back; double click or Ctrl+Enter ends, Esc leaves.</source>
        <translation>单击或按回车定一个点，退格撤回上一点；双击或 Ctrl+回车完成，Esc 退出。</translation>
    </message>
    <message>
        <source>Drag corners, or the middle of an edge for a new one; Tab goes to the next corner, Enter takes it up and lays it down, Del removes it. Ctrl+Enter ends, Esc leaves.</source>
        <translation>拖动顶点，或拖动边的中点加一个顶点；Tab 到下一个顶点，回车拿起、再按放下，Del 删除。Ctrl+回车完成，Esc 退出。</translation>
    </message>
    <message>
        <source>An area keeps three corners at least.</source>
        <translation>一块区域至少保留三个顶点。</translation>
    </message>
    <message>
        <source>A line needs two corners.</source>
        <translation>一条线至少要两个点。</translation>
    </message>
    <message>
        <source>An area needs three corners.</source>
        <translation>一块区域至少要三个顶点。</translation>
    </message>
</context>
<context>
    <name>ui::map::PointTool</name>
    <message>
        <source>Click the place, or move the cross with the arrow keys (Shift: finely) and press Enter. Esc leaves.</source>
        <translation>单击地点，或用方向键移动十字（按住 Shift 微调）后按回车，Esc 退出。</translation>
    </message>
</context>
<context>
    <name>ui::map::ScaleBar</name>
    <message>
        <source>Scale: %1</source>
        <translation>比例尺：%1</translation>
    </message>
</context>
<context>
    <name>ui::map::ScaleMark</name>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north, on the map&apos;s arrow</comment>
        <translation>北</translation>
    </message>
</context>
<context>
    <name>ui::map::ThemeScale</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>%1 以下</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
</context>
<context>
    <name>ui::notices::NoticeBell</name>
    <message numerus="yes">
        <source>Notices, %n unread</source>
        <translation>
            <numerusform>通知，%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>ui::notices::NoticePanel</name>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>What others assign to you, send back or record differently shows here.</source>
        <translation>别人派给您、退回给您、或与您填得不一致的，会显示在这里。</translation>
    </message>
    <message>
        <source>All read (A)</source>
        <translation>全部已读 (A)</translation>
    </message>
</context>
<context>
    <name>ui::online</name>
    <message>
        <source>not emptied</source>
        <translation>读取失败</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>连接失败</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>never emptied</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>never asked</source>
        <translation>尚未读取</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n 件未受理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replies not taken: %n</source>
        <translation>
            <numerusform>%n 件答复未回传</numerusform>
        </translation>
    </message>
    <message>
        <source>all taken in</source>
        <translation>已全部受理</translation>
    </message>
    <message>
        <source>The last round was stopped. The next one asks for the rest.</source>
        <translation>上一轮中途停止，下一轮会接着读取其余部分。</translation>
    </message>
    <message>
        <source>Press Ctrl+R to ask for the first time.</source>
        <translation>按 Ctrl+R 进行首次读取。</translation>
    </message>
    <message>
        <source>The reason lies beside each file, in &quot;done&quot; or &quot;refused&quot;. Mend the file and lay it into the folder again; nothing is taken in twice.</source>
        <translation>原因写在 done 或 refused 中各文件旁边。改正后重新放入文件夹即可，同一件不会重复受理。</translation>
    </message>
    <message>
        <source>What is refused is asked for again with every round. Mend it at the source, or enter here what it names and nobody knows.</source>
        <translation>未受理的每一轮都会重新读取。请在来源处改正，或在本单位补录其中提到而台账里没有的内容。</translation>
    </message>
    <message>
        <source>The service doesn&apos;t take what became of these. It is said again with every round; ask its operator whether the key may close requests.</source>
        <translation>该服务未接收这些办理结果，每一轮都会再次回传。请向运营方确认密钥是否有权限办结诉求。</translation>
    </message>
    <message>
        <source>what lies beside each file</source>
        <translation>各文件旁的对照文件</translation>
    </message>
    <message>
        <source>a mapping of its own</source>
        <translation>专用对照文件</translation>
    </message>
    <message>
        <source>as GeoReport has it: repairs</source>
        <translation>按 GeoReport 默认：报修</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>每 %1</translation>
    </message>
    <message>
        <source>only when somebody asks</source>
        <translation>仅手动读取</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未受理</translation>
    </message>
    <message>
        <source>Reply not taken</source>
        <translation>答复未回传</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>部分略去</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>尚无编号</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>asked again next time</source>
        <translation>下次重新读取</translation>
    </message>
    <message>
        <source>said again next time</source>
        <translation>下次重新回传</translation>
    </message>
    <message>
        <source>The service has given it a token alone and is asked until it numbers it.</source>
        <translation>对方只给了凭证，将一直查询到对方编号为止。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Asking %1: %2 read, %3 new</source>
        <translation>正在读取 %1：已读 %2 件，新受理 %3 件</translation>
    </message>
    <message>
        <source>Asked only when you press the key.</source>
        <translation>只在按键时读取。</translation>
    </message>
    <message>
        <source>Waits until somebody is signed in, in whose name requests are taken in.</source>
        <translation>等待中：无人登录，诉求需以登录人的名义受理。</translation>
    </message>
    <message>
        <source>Waits for somebody who may take matters in; whoever sits here may not.</source>
        <translation>等待中：当前登录人没有受理权限，需有受理权限的人登录。</translation>
    </message>
    <message>
        <source>Each is asked by its interval, in the name of whoever sits here.</source>
        <translation>按各自间隔自动读取，以当前登录人的名义受理。</translation>
    </message>
    <message numerus="yes">
        <source>%n brought up to date</source>
        <translation>
            <numerusform>%n 件更新</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>replies sent: %n</source>
        <translation>
            <numerusform>回传答复 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>then stopped</source>
        <translation>随后中止</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) came in</source>
        <translation>
            <numerusform>收到 %n 件网上诉求</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing new came in</source>
        <translation>没有新的诉求</translation>
    </message>
</context>
<context>
    <name>ui::online::LineTable</name>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Number there</source>
        <translation>来源编号</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>What or why</source>
        <translation>内容或原因</translation>
    </message>
</context>
<context>
    <name>ui::online::OnlineForm</name>
    <message>
        <source>Forget the key</source>
        <translation>删除已保存的密钥</translation>
    </message>
    <message>
        <source>Forget its mapping</source>
        <translation>删除已保存的对照文件</translation>
    </message>
    <message>
        <source>send status and reply back</source>
        <translation>回传状态和答复</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>As you call it: citizens&apos; hotline</source>
        <translation>平时怎么叫就怎么写，如：市民热线</translation>
    </message>
    <message>
        <source>Only where the service has several</source>
        <translation>该服务分多个辖区时才填</translation>
    </message>
    <message>
        <source>Only where its kinds have other names</source>
        <translation>其事项分类名称不同时才填</translation>
    </message>
    <message>
        <source>only when somebody asks</source>
        <translation>仅手动读取</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>A form to requests/NUMBER.json with the key. Basic GeoReport has no such way; ask the operator whether the service takes it.</source>
        <translation>以表单连同密钥发往 requests/编号.json。标准 GeoReport 没有这一项，请先向运营方确认对方能接收。</translation>
    </message>
    <message>
        <source>Requests that appear late are found by asking for this much again each time; none is taken in twice.</source>
        <translation>每次往回多读这么长时间，迟到的诉求就不会漏；同一件不会重复受理。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Folder to empty</source>
        <translation>要读取的文件夹</translation>
    </message>
    <message>
        <source>Mapping file</source>
        <translation>对照文件</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>辖区代码</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation>读取间隔</translation>
    </message>
    <message>
        <source>Ask again for the last</source>
        <translation>每次往回多读</translation>
    </message>
    <message>
        <source>When it is closed</source>
        <translation>办结后</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New drop folder</source>
        <translation>新增投递文件夹</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>新增网上服务</translation>
    </message>
    <message>
        <source>The one that is kept stays</source>
        <translation>不填则沿用已保存的</translation>
    </message>
    <message>
        <source>Only where its operator gave one</source>
        <translation>运营方给了密钥才填</translation>
    </message>
    <message>
        <source>For files that have none beside them</source>
        <translation>供旁边没有对照文件的文件使用</translation>
    </message>
    <message>
        <source>The key will go over the line in the open: the address has no https.</source>
        <translation>地址不是 https，密钥将以明文传输。</translation>
    </message>
</context>
<context>
    <name>ui::online::OnlinePage</name>
    <message>
        <source>This window asks by itself</source>
        <translation>本窗口自动读取</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Better one desk asks each service: two that ask take the same request in twice, and somebody has to settle it. A desk that runs all night is best.</source>
        <translation>每个服务最好只由一个工位读取：两个工位都读会把同一诉求受理两次，还得有人处理冲突。宜用整夜开机的工位。</translation>
    </message>
    <message>
        <source>Services and folders</source>
        <translation>服务与文件夹</translation>
    </message>
    <message>
        <source>What came of the chosen one</source>
        <translation>所选来源的结果</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>新增服务</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>新增文件夹</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即读取</translation>
    </message>
    <message>
        <source>Ask all</source>
        <translation>全部读取</translation>
    </message>
    <message>
        <source>Nothing is asked yet</source>
        <translation>还没有网上受理来源</translation>
    </message>
    <message>
        <source>Services by which citizens report (Open311 GeoReport v2) stand here, and folders into which another program lays files. What they bring becomes tickets, each once. Ctrl+Shift+N sets up a folder.</source>
        <translation>这里列出居民网上报事的服务（Open311 GeoReport v2），以及其他程序投递文件的文件夹。读取的内容各生成一件工单，不会重复。按 Ctrl+Shift+N 新增文件夹。</translation>
    </message>
    <message>
        <source>sets up the first service</source>
        <translation>新增第一个服务</translation>
    </message>
    <message>
        <source>Online channel</source>
        <translation>网上受理渠道</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Jurisdiction</source>
        <translation>辖区代码</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>kept, not shown</source>
        <translation>已保存，不显示</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Mapped by</source>
        <translation>对照方式</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Last complete round</source>
        <translation>最近完整读取</translation>
    </message>
    <message>
        <source>Last try</source>
        <translation>最近一次尝试</translation>
    </message>
    <message>
        <source>Came in the last round</source>
        <translation>上一轮受理</translation>
    </message>
    <message>
        <source>Came in so far</source>
        <translation>累计受理</translation>
    </message>
    <message>
        <source>Brought up to date</source>
        <translation>上一轮更新</translation>
    </message>
    <message>
        <source>Refused, asked again</source>
        <translation>未受理待重读</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>待编号</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>答复回传</translation>
    </message>
    <message>
        <source>%1 sent, %2 not taken</source>
        <translation>已回传 %1 件，未接收 %2 件</translation>
    </message>
    <message>
        <source>not sent back</source>
        <translation>不回传</translation>
    </message>
    <message>
        <source>%1 will not be asked any more, and its key is forgotten. The tickets stay. Press the same key again.</source>
        <translation>将不再读取 %1，其密钥一并删除，已受理的工单保留。再按一次同一个键确认。</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>已移除 %1。</translation>
    </message>
    <message>
        <source>Save what stands in the form, or close it, first.</source>
        <translation>请先保存或关闭正在填写的表单。</translation>
    </message>
</context>
<context>
    <name>ui::online::SourceTable</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Mapped by</source>
        <translation>对照方式</translation>
    </message>
    <message>
        <source>Last complete round</source>
        <translation>最近完整读取</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未受理</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>待编号</translation>
    </message>
</context>
<context>
    <name>ui::outages</name>
    <message>
        <source>Notice: the water will be shut off</source>
        <translation>计划停水通知</translation>
    </message>
    <message>
        <source>Notice: no water</source>
        <translation>停水通知</translation>
    </message>
    <message>
        <source>Notice: the power will be shut off</source>
        <translation>计划停电通知</translation>
    </message>
    <message>
        <source>Notice: no power</source>
        <translation>停电通知</translation>
    </message>
    <message>
        <source>Notice: the heating will be shut off</source>
        <translation>计划停暖通知</translation>
    </message>
    <message>
        <source>Notice: no heating</source>
        <translation>停暖通知</translation>
    </message>
    <message>
        <source>Notice: the gas will be shut off</source>
        <translation>计划停气通知</translation>
    </message>
    <message>
        <source>Notice: no gas</source>
        <translation>停气通知</translation>
    </message>
    <message>
        <source>Notice: a service will be shut off</source>
        <translation>计划停供通知</translation>
    </message>
    <message>
        <source>Notice: a service has failed</source>
        <translation>停供通知</translation>
    </message>
    <message>
        <source>This is called off. Nothing will be shut off.</source>
        <translation>本次停供已取消，供应照常。</translation>
    </message>
    <message>
        <source>It was over at %1.</source>
        <translation>已于 %1 恢复。</translation>
    </message>
    <message>
        <source>grid %1 %2</source>
        <translation>%1 %2网格</translation>
    </message>
    <message>
        <source>grid %1</source>
        <translation>%1 网格</translation>
    </message>
    <message>
        <source>the whole area</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Call %1. Whoever needs power, water or heat for somebody ill calls at once.</source>
        <translation>请致电 %1。家中有病人、用电医疗设备等特殊需要的，请立即来电。</translation>
    </message>
    <message>
        <source>To everybody in %1</source>
        <translation>致%1用户</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Expected until</source>
        <translation>预计恢复</translation>
    </message>
    <message>
        <source>Nobody can say yet until when. We go on telling you.</source>
        <translation>恢复时间尚不能确定，我们会继续通知。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <comment>date below a notice</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ui::outages::KeyUsersDialog</name>
    <message>
        <source>All are told (Ctrl+Enter)</source>
        <translation>全部已通知（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Who depends on it: %1</source>
        <translation>重点用户：%1</translation>
    </message>
    <message>
        <source>Who depends on it</source>
        <translation>重点用户</translation>
    </message>
    <message>
        <source>Show the number (Enter)</source>
        <translation>显示号码（Enter）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Each number that is shown is put on record with this outage as the reason, with your name and the time.</source>
        <translation>每次显示号码都会以本次停供为由，连同您的姓名和时间记录在案。</translation>
    </message>
    <message>
        <source>Say: %1</source>
        <translation>告知：%1</translation>
    </message>
    <message>
        <source>Nobody on file depends on it.</source>
        <translation>档案中没有重点用户。</translation>
    </message>
    <message>
        <source>%1 of %2 called</source>
        <translation>已通知 %1／%2</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) were not called from here. If they were told otherwise, press the same key again.</source>
        <translation>
            <numerusform>还有 %n 人没有在这里通知。如已用其他方式通知，请再按一次同一个键。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::outages::OutageCard</name>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>restored %1</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>expected until %1</source>
        <translation>预计 %1 恢复</translation>
    </message>
    <message>
        <source>nobody knows until when</source>
        <translation>恢复时间待定</translation>
    </message>
    <message>
        <source>the whole area</source>
        <translation>全区域</translation>
    </message>
    <message>
        <source>grids %1</source>
        <translation>网格 %1</translation>
    </message>
    <message>
        <source>Affected: %1 premises of %2 customers; %3 of them depend on it</source>
        <translation>影响房屋 %1 处、客户 %2 户，其中重点用户 %3 户</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 户</translation>
    </message>
    <message>
        <source>announced %1</source>
        <translation>%1 已公告</translation>
    </message>
    <message>
        <source>not announced yet</source>
        <translation>尚未公告</translation>
    </message>
    <message>
        <source>who depends on it told %1</source>
        <translation>%1 已通知重点用户</translation>
    </message>
    <message>
        <source>who depends on it not told yet</source>
        <translation>重点用户尚未通知</translation>
    </message>
</context>
<context>
    <name>ui::outages::OutagesPage</name>
    <message>
        <source>Outages</source>
        <translation>停供</translation>
    </message>
    <message>
        <source>Enter an outage</source>
        <translation>登记停供</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Tell all who wait</source>
        <translation>统一短信告知</translation>
    </message>
    <message>
        <source>Nothing fails</source>
        <translation>目前没有停供</translation>
    </message>
    <message>
        <source>What is shut off or has failed stands here, with whoever called about it.</source>
        <translation>计划停供和突发停供列在这里，来电的人也列在一起。</translation>
    </message>
    <message>
        <source>enters the first one</source>
        <translation>登记第一条</translation>
    </message>
    <message>
        <source>New outage</source>
        <translation>新停供</translation>
    </message>
    <message>
        <source>Choose an outage that is going on.</source>
        <translation>请选择正在停供的一条。</translation>
    </message>
    <message>
        <source>%1 is over. Now those who wait are called back.</source>
        <translation>%1：已恢复，请逐一回电。</translation>
    </message>
    <message>
        <source>The text is in the clipboard; paste it where people read it.</source>
        <translation>公告内容已复制，请粘贴到公告栏或业主群。</translation>
    </message>
    <message>
        <source>Nobody waits with this outage.</source>
        <translation>本次停供没有等待回电的人。</translation>
    </message>
    <message>
        <source>It isn&apos;t over yet: say that it is, then tell them.</source>
        <translation>尚未恢复：请先登记恢复，再统一告知。</translation>
    </message>
    <message numerus="yes">
        <source>%n told by text message</source>
        <translation>
            <numerusform>已短信告知 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 could not be.</source>
        <translation>%1；另有 %2 件未能办理。</translation>
    </message>
    <message>
        <source>Who waits to be called back</source>
        <translation>等待回电的来电人</translation>
    </message>
    <message>
        <source>How they were told</source>
        <translation>告知方式</translation>
    </message>
    <message>
        <source>This call is not yours to make: it lies in another grid.</source>
        <translation>该来电属于其他网格，不由您回复。</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>没有等待回电的人</translation>
    </message>
    <message>
        <source>Whoever calls about this outage joins it with Ctrl+J at the intake, stands here, and is called back once it is over.</source>
        <translation>因本次停供来电的人，受理时按 Ctrl+J 并入后列在这里，恢复后逐一回电。</translation>
    </message>
    <message>
        <source>Save what stands in the form, or close it, first.</source>
        <translation>请先保存或关闭正在填写的表单。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) will be recorded as told by text message. Press the same key again.</source>
        <translation>
            <numerusform>将把 %n 件登记为已短信告知，请再按一次确认。</numerusform>
        </translation>
    </message>
    <message>
        <source>Print the notice</source>
        <translation>打印通知</translation>
    </message>
    <message>
        <source>Call who depends on it</source>
        <translation>通知重点用户</translation>
    </message>
    <message>
        <source>The outage is entered. %1 is with whoever was sent and stays there; Ctrl+J lets it wait with the outage instead, and nobody is sent any more.</source>
        <translation>停供已登记。%1 已派人处理，保持不变；按 Ctrl+J 可改为并入停供等待，不再派人。</translation>
    </message>
    <message>
        <source>%1 waits with the outage: whoever called is called back once it is over.</source>
        <translation>%1 已并入停供：恢复后逐一回电。</translation>
    </message>
    <message>
        <source>Recorded as announced.</source>
        <translation>已记录为已公告。</translation>
    </message>
    <message>
        <source>Customers&apos; files aren&apos;t yours to see: let somebody call who keeps them.</source>
        <translation>您不能查看客户档案，请由管理客户档案的人员通知。</translation>
    </message>
    <message>
        <source>Recorded that who depends on it was told.</source>
        <translation>已记录重点用户已通知。</translation>
    </message>
</context>
<context>
    <name>ui::paper</name>
    <message>
        <source>Made by %1, %2</source>
        <translation>制表人 %1，%2</translation>
    </message>
    <message>
        <source>The printer can&apos;t be reached. Choose another one, or save a PDF.</source>
        <translation>打印机连接不上。请换一台，或保存为 PDF。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 无法写入：%2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>There is nothing to print.</source>
        <translation>没有可打印的内容。</translation>
    </message>
    <message>
        <source>%1 (continued)</source>
        <translation>%1（续）</translation>
    </message>
    <message>
        <source>Nothing in this period.</source>
        <translation>本期没有数据。</translation>
    </message>
</context>
<context>
    <name>ui::paper::PreviewWidget</name>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>ui::planned_visits</name>
    <message>
        <source>not begun</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>served from %1 to %2</source>
        <translation>%1 至 %2 接受过服务的客户</translation>
    </message>
    <message>
        <source>a sample of one in %1, drawn by the customers&apos; ids</source>
        <translation>每 %1 户抽 1 户（按客户编号抽取，人不能挑选）</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>To be visited</source>
        <translation>应访</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>未访</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>How many said</source>
        <translation>各分值人数</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答复数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>4 and 5</source>
        <translation>4 分以上</translation>
    </message>
    <message>
        <source>Mean of the answers, from 1 to 5</source>
        <translation>平均分（1 至 5 分）</translation>
    </message>
    <message>
        <source>In no grid</source>
        <translation>未划入网格</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a question&apos;s number</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Mean of the answers</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The round takes nobody.</source>
        <translation>本轮没有符合条件的客户。</translation>
    </message>
    <message>
        <source>All grids</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>Grids %1</source>
        <translation>网格 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n don&apos;t want to be called and are left out.</source>
        <translation>
            <numerusform>%n 户不愿接电话，未列入。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>答复情况</translation>
    </message>
    <message>
        <source>By grid</source>
        <translation>按网格</translation>
    </message>
    <message>
        <source>Each person counts once in a round, by the last call that reached them. A customer counts in the grid of their premises.</source>
        <translation>每位客户一轮只计一次，以最后一次接通为准；按房屋所在网格统计。</translation>
    </message>
</context>
<context>
    <name>ui::planned_visits::PersonCard</name>
    <message numerus="yes">
        <source>%n matter(s) under way</source>
        <translation>
            <numerusform>%n 件未办结</numerusform>
        </translation>
    </message>
    <message>
        <source>Name unknown</source>
        <translation>姓名不详</translation>
    </message>
    <message>
        <source>No phone on file</source>
        <translation>档案中没有电话</translation>
    </message>
</context>
<context>
    <name>ui::planned_visits::PlannedVisitsPage</name>
    <message>
        <source>Question %1 isn&apos;t answered yet: 1 to 5 answer it, 0 leaves it out.</source>
        <translation>第 %1 题还没有回答：按 1 到 5 作答，按 0 跳过。</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>已记录。</translation>
    </message>
    <message>
        <source>Not reached; comes again last.</source>
        <translation>未接通，排到最后再打。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>%n left to call.</source>
        <translation>
            <numerusform>还有 %n 户待打。</numerusform>
        </translation>
    </message>
    <message>
        <source>No visits are planned</source>
        <translation>还没有走访计划</translation>
    </message>
    <message>
        <source>Whom the company calls by plan stands here: the elderly who live alone each quarter, or a sample of those who were served, with the questions of a survey.</source>
        <translation>这里是按计划走访的客户：例如每季度走访独居老人，或对服务过的客户抽样做满意度调查。</translation>
    </message>
    <message>
        <source>plans the first ones</source>
        <translation>新建第一个计划</translation>
    </message>
    <message>
        <source>Planned visits</source>
        <translation>定期走访</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Phone list</source>
        <translation>电话名单</translation>
    </message>
    <message>
        <source>Which part of the list</source>
        <translation>名单的哪一部分</translation>
    </message>
    <message>
        <source>To call</source>
        <translation>待打</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remark: what was said, what they need</source>
        <translation>备注：客户说了什么、需要什么</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>what a button does, its key</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Record and next</source>
        <translation>记录，下一户</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Make a ticket of it</source>
        <translation>转为工单</translation>
    </message>
    <message>
        <source>Plan visits</source>
        <translation>新建计划</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>End the plan</source>
        <translation>结束计划</translation>
    </message>
    <message>
        <source>To call or done</source>
        <translation>待打／已完成</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>%1 %2 by %3</source>
        <translation>%2 %3：%1</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Ticket %1 came of it.</source>
        <translation>已转工单 %1。</translation>
    </message>
    <message>
        <source>Nobody was called in this round yet.</source>
        <translation>本轮还没有打过电话。</translation>
    </message>
    <message>
        <source>The first round begins on %1.</source>
        <translation>第一轮从 %1 开始。</translation>
    </message>
    <message>
        <source>This plan is over. Ctrl+B shows what came of it.</source>
        <translation>该计划已结束。按 Ctrl+B 看结果。</translation>
    </message>
    <message>
        <source>This round takes nobody: look at the plan&apos;s groups, grids and sample.</source>
        <translation>本轮没有符合条件的客户：请检查计划的分组、网格和抽样。</translation>
    </message>
    <message>
        <source>All of this round are called. Ctrl+B shows what came of it.</source>
        <translation>本轮已全部打完。按 Ctrl+B 看结果。</translation>
    </message>
    <message>
        <source>Save what stands in the form, or close it, first.</source>
        <translation>请先保存表单中的内容，或将其关闭。</translation>
    </message>
    <message>
        <source>New plan of visits</source>
        <translation>新建走访计划</translation>
    </message>
    <message>
        <source>Choose a plan that isn&apos;t over.</source>
        <translation>请选择一个尚未结束的计划。</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; ends now, with %n still to be called. Press the same key again.</source>
        <translation>
            <numerusform>“%1”将立即结束，还有 %n 户未打。再按一次同一个键确认。</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is over.</source>
        <translation>“%1”已结束。</translation>
    </message>
    <message>
        <source>This is the first round.</source>
        <translation>这是第一轮。</translation>
    </message>
    <message>
        <source>This is the latest round.</source>
        <translation>这是最近一轮。</translation>
    </message>
    <message>
        <source>What is typed of this call isn&apos;t recorded yet. Enter records it; press the same key again to leave it.</source>
        <translation>这次通话填写的内容还没有记录。按回车记录；再按一次同一个键则放弃。</translation>
    </message>
    <message>
        <source>What was recorded of this call was taken back meanwhile. What you typed stays; Enter records it.</source>
        <translation>这次走访的记录刚才已被撤回。您填写的内容还在，按回车即可记录。</translation>
    </message>
    <message>
        <source>Recorded meanwhile: %1. What you typed stays; Enter records it in its place.</source>
        <translation>刚才已有人记录：%1。您填写的内容还在，按回车将替换该记录。</translation>
    </message>
    <message>
        <source>This round no longer takes whom you are calling, so nothing can be recorded. Choose somebody in the list to go on.</source>
        <translation>本轮已不包括正在通话的客户，无法记录。请在名单中另选一户继续。</translation>
    </message>
</context>
<context>
    <name>ui::planned_visits::QuestionSheet</name>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>0 left out</source>
        <translation>0 跳过</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>1 %1 … 5 %2. Backspace goes back to the question before.</source>
        <translation>1 %1 … 5 %2。按退格键回到上一题。</translation>
    </message>
</context>
<context>
    <name>ui::privacy::PrivacyPage</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>查阅记录</translation>
    </message>
    <message>
        <source>Erasures</source>
        <translation>删除申请</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>保存期满</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>一月</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>A name, a ticket, a reason</source>
        <translation>姓名、工单、原因</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Approve the erasure…</source>
        <translation>批准删除…</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>不批准…</translation>
    </message>
    <message>
        <source>Ask for erasure</source>
        <translation>申请删除</translation>
    </message>
    <message>
        <source>Nobody&apos;s data were looked at in this time.</source>
        <translation>这段时间没有人查看个人信息。</translation>
    </message>
    <message>
        <source>When a customer wants the own data gone, somebody asks for it on the customer&apos;s file, and a second person decides here.</source>
        <translation>客户要求删除本人信息时，先在客户档案中申请，再由第二人在这里决定。</translation>
    </message>
    <message>
        <source>Customers without premises, with nothing under way and no business for so long as the company&apos;s rule says stand here.</source>
        <translation>没有房屋、没有未办结工单、且超过单位规定期限没有业务的客户会列在这里。</translation>
    </message>
    <message>
        <source>the newest %1 of %2</source>
        <translation>最新 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>Approve the erasure</source>
        <translation>批准删除</translation>
    </message>
    <message>
        <source>The data of %1 will be gone for good, on every desk. Tickets and figures stay, without the person.</source>
        <translation>%1 的信息将在所有工位永久删除。工单和统计数字保留，但不再包含本人信息。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Refuse the erasure</source>
        <translation>不批准删除</translation>
    </message>
    <message>
        <source>Why are the data kept?</source>
        <translation>为什么保留这些信息？</translation>
    </message>
    <message>
        <source>The data are erased.</source>
        <translation>信息已删除。</translation>
    </message>
    <message>
        <source>The data are kept.</source>
        <translation>信息予以保留。</translation>
    </message>
    <message>
        <source>Asked for; a second person decides under Erasures.</source>
        <translation>已申请，由第二人在“删除申请”中决定。</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
</context>
<context>
    <name>ui::registers::GroupsEdit</name>
    <message>
        <source>Other groups, with commas between</source>
        <translation>其他群体，用顿号隔开</translation>
    </message>
    <message>
        <source>Other groups</source>
        <translation>其他群体</translation>
    </message>
</context>
<context>
    <name>ui::registers::ReckoningDialog</name>
    <message>
        <source>Promises by other hours than today&apos;s</source>
        <translation>按旧服务时间作出的承诺</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Promises with their old and new time</source>
        <translation>承诺及其新旧到期时间</translation>
    </message>
    <message>
        <source>e.g. holiday prolonged by announcement of 26 January</source>
        <translation>例如：1 月 26 日通知延长假期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reckon them anew (Ctrl+Enter)</source>
        <translation>重新计算（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only hours and days are reckoned anew: the minutes and days that were promised stay. What was promised or moved by hand, and what rested, stays as it is.</source>
        <translation>只按现行服务时间和节假日重算，承诺的分钟数和天数不变。人工约定或调整过的、暂停过的承诺保持原样。</translation>
    </message>
    <message>
        <source>Looking through the open promises …</source>
        <translation>正在查看未了结的承诺……</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) would be due at another time by today&apos;s hours and holidays.</source>
        <translation>
            <numerusform>按现行服务时间和节假日，%n 个承诺的到期时间会改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every open promise is due as today&apos;s hours and holidays say.</source>
        <translation>所有未了结的承诺都与现行服务时间和节假日一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of them lie where you may not reckon anew.</source>
        <translation>
            <numerusform>其中 %n 件不在您可以重算的范围内。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>只列出前 %1 个。</translation>
    </message>
    <message>
        <source>The reason is missing. It stands in every ticket&apos;s service record.</source>
        <translation>缺少原因。原因会记入每件工单的服务记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) reckoned anew.</source>
        <translation>
            <numerusform>已重算 %n 件工单。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped; the others are as they were.</source>
        <translation>已停止，其余保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>Refused for %n:</source>
        <translation>
            <numerusform>%n 件被拒绝：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::registers::ReckoningLine</name>
    <message>
        <source>Look at them (Ctrl+R)</source>
        <translation>查看（Ctrl+R）</translation>
    </message>
    <message>
        <source>Leave them as promised</source>
        <translation>保持原承诺</translation>
    </message>
    <message numerus="yes">
        <source>%n open promise(s) would be due at another time by these hours and holidays.</source>
        <translation>
            <numerusform>按现行服务时间和节假日，%n 个未了结的承诺到期时间会改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed standards hold for what is promised from now on; what was promised before keeps its minutes and days.</source>
        <translation>改过的时限标准只用于今后的承诺；此前的承诺仍按原来的分钟数和天数。</translation>
    </message>
</context>
<context>
    <name>ui::registers::RegisterForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This can&apos;t be taken as it is written.</source>
        <translation>无法识别所填内容。</translation>
    </message>
    <message>
        <source>Choose one of the list, or leave it empty.</source>
        <translation>请从列表中选择，或留空。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>%1 It is saved all the same.</source>
        <translation>%1 仍可保存。</translation>
    </message>
    <message>
        <source>That is no day.</source>
        <translation>不是有效日期。</translation>
    </message>
    <message>
        <source>Write it as 2026-01-31.</source>
        <translation>请写成 2026-01-31。</translation>
    </message>
    <message>
        <source>That is no time.</source>
        <translation>时间无法识别。</translation>
    </message>
    <message>
        <source>Write it as %1.</source>
        <translation>请按 %1 的格式填写。</translation>
    </message>
</context>
<context>
    <name>ui::registers::RegisterPage</name>
    <message>
        <source>Register</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>What the company keeps a list of stands here. Whole tables come in on the page Import.</source>
        <translation>单位的各种清单放在这里。整张表格可在“导入”页导入。</translation>
    </message>
    <message>
        <source>adds the first one</source>
        <translation>添加第一条</translation>
    </message>
    <message>
        <source>Words or pinyin initials</source>
        <translation>文字或拼音首字母</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>已删除：%1</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
</context>
<context>
    <name>ui::registers::RulesLine</name>
    <message>
        <source>Activate rules %1</source>
        <translation>启用规则版本 %1</translation>
    </message>
    <message>
        <source>The company works by rules %1; every desk follows rules %2.</source>
        <translation>单位现行规则版本为 %1；所有工位都已支持版本 %2，可以启用。</translation>
    </message>
    <message>
        <source>The company works by rules %1. Rules %2 wait for desks to be updated: %3.</source>
        <translation>单位现行规则版本为 %1。版本 %2 待以下工位更新程序后启用：%3。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::reports::FigureCount</name>
    <message>
        <source>The desk&apos;s database can&apos;t be opened.</source>
        <translation>本工位的数据库打不开。</translation>
    </message>
    <message>
        <source>The desk&apos;s database can&apos;t be read.</source>
        <translation>无法读取本工位的数据库。</translation>
    </message>
</context>
<context>
    <name>ui::reports::ImprovementTable</name>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>措施内容</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>完成时限</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>核查人</translation>
    </message>
    <message>
        <source>No measure was drawn from these complaints, and none from earlier ones is still open.</source>
        <translation>本期投诉没有制定改进措施，以往投诉也没有尚未办结的措施。</translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s): %1.</source>
        <translation>
            <numerusform>共 %n 项：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::reports::Indicator</name>
    <message>
        <source>tickets</source>
        <comment>unit of a figure</comment>
        <translation>件</translation>
    </message>
    <message>
        <source>of 5</source>
        <comment>unit of a figure</comment>
        <translation>/ 5 分</translation>
    </message>
    <message>
        <source>%1 tickets</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%1 tickets (%2%)</source>
        <translation>%1 件（%2%）</translation>
    </message>
    <message>
        <source>%1 percentage points</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>; a year before it was the same</source>
        <translation>；与去年同期持平</translation>
    </message>
    <message>
        <source>.</source>
        <comment>end of a sentence</comment>
        <translation>。</translation>
    </message>
    <message>
        <source>Late share</source>
        <translation>超时率</translation>
    </message>
    <message>
        <source>Average satisfaction</source>
        <translation>平均满意度</translation>
    </message>
    <message>
        <source>Fixed-at-once share</source>
        <translation>一次修复率</translation>
    </message>
    <message>
        <source>Median response time</source>
        <translation>响应用时中位数</translation>
    </message>
    <message>
        <source>Median time to finish</source>
        <translation>完工用时中位数</translation>
    </message>
    <message>
        <source>as in the period before</source>
        <translation>与上期持平</translation>
    </message>
    <message>
        <source>%1 more than in the period before</source>
        <translation>环比增加 %1</translation>
    </message>
    <message>
        <source>%1 fewer than in the period before</source>
        <translation>环比减少 %1</translation>
    </message>
    <message>
        <source>%1 longer than in the period before</source>
        <translation>环比延长 %1</translation>
    </message>
    <message>
        <source>%1 shorter than in the period before</source>
        <translation>环比缩短 %1</translation>
    </message>
    <message>
        <source>up %1 on the period before</source>
        <translation>环比上升 %1</translation>
    </message>
    <message>
        <source>down %1 on the period before</source>
        <translation>环比下降 %1</translation>
    </message>
    <message>
        <source>; a year before it was %1, now %2 more</source>
        <translation>；去年同期 %1，同比增加 %2</translation>
    </message>
    <message>
        <source>; a year before it was %1, now %2 fewer</source>
        <translation>；去年同期 %1，同比减少 %2</translation>
    </message>
    <message>
        <source>; a year before it was %1, now %2 longer</source>
        <translation>；去年同期 %1，同比延长 %2</translation>
    </message>
    <message>
        <source>; a year before it was %1, now %2 shorter</source>
        <translation>；去年同期 %1，同比缩短 %2</translation>
    </message>
    <message>
        <source>; a year before it was %1, now up %2</source>
        <translation>；去年同期 %1，同比上升 %2</translation>
    </message>
    <message>
        <source>; a year before it was %1, now down %2</source>
        <translation>；去年同期 %1，同比下降 %2</translation>
    </message>
    <message>
        <source>no figure for the period before</source>
        <translation>上期无数据</translation>
    </message>
    <message>
        <source>%1: %3, %4</source>
        <translation>%1 %3，%4</translation>
    </message>
    <message>
        <source>%1 rose from %2 to %3, %4</source>
        <translation>%1由 %2 升至 %3，%4</translation>
    </message>
    <message>
        <source>%1 fell from %2 to %3, %4</source>
        <translation>%1由 %2 降至 %3，%4</translation>
    </message>
</context>
<context>
    <name>ui::reports::ParetoTables</name>
    <message>
        <source>tickets</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation>累计占比</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a cause and its number</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>All complaints whose kind of cause is filled in have one: %1.</source>
        <translation>已填写原因类别的投诉均为同一类原因：%1。</translation>
    </message>
    <message>
        <source>%1 of %2 kinds of cause make %3 of the %4 complaints whose kind of cause is filled in: %5.</source>
        <translation>%2 类原因中的 %1 类占已填写原因类别的 %4 件投诉的 %3：%5。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between causes</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>None of the %1 complaints has its kind of cause filled in. It is asked for when a complaint is investigated.</source>
        <translation>%1 件投诉均未填写原因类别。调查投诉时填写“原因类别”后，这里显示排列图。</translation>
    </message>
    <message>
        <source>Of %1 complaints %2 (%3) have no kind of cause filled in; they are in none of these figures.</source>
        <translation>%1 件投诉中另有 %2 件（%3）未填写原因类别，未计入以上数字。</translation>
    </message>
</context>
<context>
    <name>ui::reports::PeriodPicker</name>
    <message>
        <source>Kind of period</source>
        <translation>统计期类型</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>The next</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
</context>
<context>
    <name>ui::reports::ReportDocument</name>
    <message>
        <source>All grids</source>
        <translation>全部网格</translation>
    </message>
    <message>
        <source>Grids %1</source>
        <translation>网格 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Response and repair times</source>
        <translation>响应和维修用时</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>统计口径</translation>
    </message>
    <message>
        <source>A ticket counts in the period in which it happened. On time: done without missing a promised time, or so recorded where it was imported. Late: done late, or open and past due at the time of counting. Shares of on time and late are of both together.</source>
        <translation>工单按发生时间计入统计期。按时：已完成且没有错过任何承诺时限；导入的工单以原记录为准。超时：超时完成，或统计时尚未完成且已过时限。按时率、超时率均以按时与超时之和为分母。</translation>
    </message>
    <message>
        <source>Times are medians and means of tickets that have both moments. Fixed at once: repairs done in the first round. Satisfied: 3 (fairly satisfied) or better.</source>
        <translation>用时取起止时间齐全的工单的中位数和平均数。一次修复：第一轮即完成的报修。满意：3 分（基本满意）及以上。</translation>
    </message>
    <message>
        <source>Counted at entry %1. The same cut gives the same figures on any later day.</source>
        <translation>统计截至记录 %1。以后任何一天按同一截点统计，数字都相同。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Improvement measures</source>
        <translation>改进措施</translation>
    </message>
    <message>
        <source>Satisfied: 3 (fairly satisfied) or better.</source>
        <translation>满意：评价为 3 分（基本满意）及以上。</translation>
    </message>
    <message>
        <source>Improvement measures: those of the complaints of this period, and those of earlier ones that are not done or whose effect nobody has checked yet. A measure is overdue from the day after the one by which it is to be done.</source>
        <translation>改进措施：列出本期投诉的措施，以及以往投诉中尚未完成或效果尚未核查的措施。过了完成时限当天，从次日起计为超期。</translation>
    </message>
</context>
<context>
    <name>ui::reports::ReportTables</name>
    <message>
        <source>Tickets received</source>
        <translation>受理工单</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>This period</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Period before</source>
        <translation>上期</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>其他 %1 项</translation>
    </message>
    <message>
        <source>The %1 largest</source>
        <translation>数量前 %1 项</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Late share</source>
        <translation>超时率</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均数</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单数</translation>
    </message>
    <message>
        <source>Answers of visited customers</source>
        <translation>回访客户的评价</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>评价数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share before</source>
        <translation>上期占比</translation>
    </message>
    <message>
        <source>Satisfied (3 or better)</source>
        <translation>满意（3 分及以上）</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均分</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
</context>
<context>
    <name>ui::reports::ReportsPage</name>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>报表预览</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>报表(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Grids (none ticked: all)</source>
        <translation>网格（不勾选即全部）(&amp;G)</translation>
    </message>
    <message>
        <source>Spreadsheet…</source>
        <translation>电子表格…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled. Choose a period, or count again.</source>
        <translation>已取消。请选择统计期，或重新统计。</translation>
    </message>
    <message>
        <source>Counting %1…</source>
        <translation>正在统计 %1…</translation>
    </message>
    <message>
        <source>The figures can&apos;t be counted.</source>
        <translation>无法统计数据。</translation>
    </message>
    <message>
        <source>Save as a spreadsheet</source>
        <translation>保存为电子表格</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>ui::returns::ReturnsPage</name>
    <message>
        <source>Save and next</source>
        <translation>保存，下一张</translation>
    </message>
    <message>
        <source>Number, or scan the slip; Enter opens it</source>
        <translation>输入编号或扫描单子，按 Enter 打开</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>返单</translation>
    </message>
    <message>
        <source>Typed in this sitting</source>
        <translation>本次已录入</translation>
    </message>
    <message>
        <source>There is no ticket %1. Check the number on the slip.</source>
        <translation>没有工单 %1。请核对单子上的编号。</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;: no slip is missing.</source>
        <translation>%1 的状态是“%2”，没有待收回的单子。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No slip typed yet</source>
        <translation>还没有录入单据</translation>
    </message>
    <message>
        <source>Scan the code on a returned slip, or type its number. What was typed in this sitting will stand here.</source>
        <translation>扫描收回单据上的二维码，或输入工单编号。本次录入的单据会显示在这里。</translation>
    </message>
    <message>
        <source>None of the steps of %1 is among your rights. Hand the slip to the clerk or the grid chief who may.</source>
        <translation>%1 的这些步骤您都没有权限。请把回单交给有权录入的客服或网格长。</translation>
    </message>
</context>
<context>
    <name>ui::returns::SittingModel</name>
    <message>
        <source>Typed at</source>
        <translation>录入时间</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>ui::returns::SlipForm</name>
    <message>
        <source>Nothing is filled in.</source>
        <translation>还没有填写内容。</translation>
    </message>
    <message>
        <source>Type the time of each step that was done.</source>
        <translation>请填写每个已完成步骤的时间。</translation>
    </message>
</context>
<context>
    <name>ui::returns::StepFields</name>
    <message>
        <source>%1: when</source>
        <translation>%1：时间</translation>
    </message>
    <message>
        <source>1430 or 19 14:30; empty: not yet</source>
        <translation>1430 或 19 14:30；未做则留空</translation>
    </message>
    <message>
        <source>%1: by whom</source>
        <translation>%1：经办人</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Self-check on the slip is in order</source>
        <translation>单子上的自检合格</translation>
    </message>
    <message>
        <source>This is no time.</source>
        <translation>时间填写不正确。</translation>
    </message>
    <message>
        <source>Type it like 1430 or 19 14:30.</source>
        <translation>请按 1430 或 19 14:30 的格式填写。</translation>
    </message>
    <message>
        <source>It doesn&apos;t say who did it.</source>
        <translation>还没有填写经办人。</translation>
    </message>
    <message>
        <source>Type the name as it stands on the slip.</source>
        <translation>请按单子上的姓名填写。</translation>
    </message>
    <message>
        <source>The self-check is not ticked.</source>
        <translation>还没有勾选自检。</translation>
    </message>
    <message>
        <source>Without it the work isn&apos;t finished.</source>
        <translation>未自检不能算完工。</translation>
    </message>
    <message>
        <source>This is no number.</source>
        <translation>填写的不是数字。</translation>
    </message>
    <message>
        <source>Type it like 35.50.</source>
        <translation>请按 35.50 的格式填写。</translation>
    </message>
</context>
<context>
    <name>ui::roster::ActingStrip</name>
    <message>
        <source>Chiefs who are away in this week</source>
        <translation>本周不在岗的网格长</translation>
    </message>
    <message>
        <source>Name who acts</source>
        <translation>指定代理</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Give the right</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>off by the roster</source>
        <translation>排班休息</translation>
    </message>
    <message>
        <source>%1: %2 is away, %3, %4</source>
        <translation>%1：%2不在岗，%3，%4</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 acts until %2</source>
        <translation>%1代理至 %2</translation>
    </message>
    <message>
        <source>%1 acts</source>
        <translation>%1代理</translation>
    </message>
    <message>
        <source>nobody acts</source>
        <translation>无人代理</translation>
    </message>
    <message>
        <source>not for the whole of that time</source>
        <translation>未覆盖整个期间</translation>
    </message>
    <message>
        <source>Who acts for %1 as chief of grid %2</source>
        <translation>%1不在岗期间，由谁代理 %2 网格的网格长</translation>
    </message>
    <message>
        <source>This is no moment.</source>
        <translation>这不是一个时间。</translation>
    </message>
    <message>
        <source>Type it as 2026-12-31 08:00.</source>
        <translation>请按 2026-12-31 08:00 的格式输入。</translation>
    </message>
    <message>
        <source>Nobody is chosen.</source>
        <translation>还没有选人。</translation>
    </message>
    <message>
        <source>Type a part of the name, and take one from the list.</source>
        <translation>输入姓名的一部分，再从列表中选一人。</translation>
    </message>
</context>
<context>
    <name>ui::roster::RosterPage</name>
    <message>
        <source>Roster</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Copy down</source>
        <translation>向下复制</translation>
    </message>
    <message>
        <source>Copy the week to the next</source>
        <translation>复制到下一周</translation>
    </message>
    <message>
        <source>Roster of the week</source>
        <translation>本周排班</translation>
    </message>
</context>
<context>
    <name>ui::shell::Finder</name>
    <message>
        <source>Nothing fits. Try a number, a name, a phone or pinyin initials.</source>
        <translation>没有找到。可以试试编号、姓名、电话或拼音首字母。</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Number, person, page, command, pinyin initials</source>
        <translation>编号、人、页面、操作，或拼音首字母</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>ui::shell::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ui::shell::Shell</name>
    <message>
        <source>Griddesk</source>
        <translation>网格受理台</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>ui::shell::StatusLine</name>
    <message numerus="yes">
        <source>%n about to be late</source>
        <translation>
            <numerusform>%n 件即将超时</numerusform>
        </translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>%1 find</source>
        <translation>%1 查找</translation>
    </message>
</context>
<context>
    <name>ui::shell::TitleLine</name>
    <message>
        <source>Griddesk</source>
        <translation>网格受理台</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>当前登录：%1</translation>
    </message>
</context>
<context>
    <name>ui::shifts</name>
    <message>
        <source>%1, %2, signed with the own key</source>
        <translation>%1，%2，已用本人密钥签名</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班记录</translation>
    </message>
    <message>
        <source>Printed %1 %2</source>
        <translation>打印 %1 %2</translation>
    </message>
    <message>
        <source>Counter, room or team</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Which shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Promises that run</source>
        <translation>将到期的时限</translation>
    </message>
    <message>
        <source>None ran out within the next shift.</source>
        <translation>下一班内没有到期的时限。</translation>
    </message>
    <message>
        <source>Missed calls and open lines of the log</source>
        <translation>未接来电和待办记录</translation>
    </message>
    <message>
        <source>None was open.</source>
        <translation>没有待办。</translation>
    </message>
    <message>
        <source>To be watched</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Nothing in particular.</source>
        <translation>无特别事项。</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未接班</translation>
    </message>
</context>
<context>
    <name>ui::shifts::DutyLogPanel</name>
    <message>
        <source>What came in</source>
        <translation>事项类别</translation>
    </message>
    <message>
        <source>Phone, sealed</source>
        <translation>电话（加密保存）</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>What happened; Enter records it</source>
        <translation>发生了什么；回车即记录</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Still to be done</source>
        <translation>尚待处理</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Duty log of the day</source>
        <translation>当日值班记录</translation>
    </message>
    <message>
        <source>Nothing in the log of this day</source>
        <translation>这一天没有值班记录</translation>
    </message>
    <message>
        <source>What comes in while somebody is on duty stands here, and what is still to be done stays open.</source>
        <translation>值班期间的来电、报警、指示都记在这里；尚待处理的一直留着，直到办结。</translation>
    </message>
    <message>
        <source>types the first line</source>
        <translation>记第一条</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>What came of it; Enter settles the line</source>
        <translation>处理结果；回车即办结</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Duty log</source>
        <translation>值班记录</translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation>%1，今天</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n still to be done</source>
        <translation>
            <numerusform>%n 条待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Call back %1: %2</source>
        <translation>回电 %1：%2</translation>
    </message>
    <message>
        <source>The caller&apos;s number doesn&apos;t stand in the words: it is under Phone now, sealed. Enter records the line as it is.</source>
        <translation>来电号码不留在文字里：已移到“电话”栏加密保存。再按回车即按现在的内容记录。</translation>
    </message>
</context>
<context>
    <name>ui::shifts::GiveForm</name>
    <message>
        <source>counter, duty room or team</source>
        <translation>窗口、值班室或班组</translation>
    </message>
    <message>
        <source>Whose promises</source>
        <translation>交接哪些时限</translation>
    </message>
    <message>
        <source>Counter, room or team</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Which shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>What the next one must watch</source>
        <translation>接班人须注意的事项</translation>
    </message>
    <message>
        <source>of grid %1</source>
        <translation>%1 网格的</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>%1的</translation>
    </message>
    <message>
        <source>of all</source>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) run out before %1 or are overdue</source>
        <translation>
            <numerusform>%n 个时限将在 %1 前到期或已超时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed call(s) and open line(s) of the log</source>
        <translation>
            <numerusform>%n 条未接来电和待办记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) at this desk</source>
        <translation>
            <numerusform>本工位有 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring up to date what waits, and sign</source>
        <translation>更新待接班的交班记录并签名</translation>
    </message>
    <message>
        <source>Hand over and sign</source>
        <translation>交班并签名</translation>
    </message>
</context>
<context>
    <name>ui::shifts::HandoverPanel</name>
    <message>
        <source>Handing over</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班记录</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Nothing waits to be taken over</source>
        <translation>没有待接的班</translation>
    </message>
    <message>
        <source>What another person hands over stands here, to be read, remarked on and signed.</source>
        <translation>别人交出的班显示在这里，看过、写上备注、签名接班。</translation>
    </message>
    <message>
        <source>hands over instead</source>
        <translation>改为交班</translation>
    </message>
    <message>
        <source>Shift handovers</source>
        <translation>交接班记录</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>You have no password yet, and so no key to sign with. Choose one first: Ctrl+K, &quot;My password&quot;, or the menu under your name.</source>
        <translation>您还没有密码，因此没有签名用的密钥。请先设置：按 Ctrl+K 输入“我的密码”，或从姓名菜单中选择。</translation>
    </message>
    <message>
        <source>Handed over and signed. It waits until the next one takes it over: Ctrl+Alt+U changes the clerk at this desk.</source>
        <translation>已交班并签名，等待接班。按 Ctrl+Alt+U 在本工位换人。</translation>
    </message>
    <message>
        <source>This one was taken over already.</source>
        <translation>这一班已有人接了。</translation>
    </message>
    <message>
        <source>Taken over from %1 and signed. Ctrl+P prints it.</source>
        <translation>已从%1处接班并签名。按 Ctrl+P 打印。</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
</context>
<context>
    <name>ui::shifts::HandoverView</name>
    <message>
        <source>Promises that run</source>
        <translation>将到期的时限</translation>
    </message>
    <message>
        <source>Missed calls and open lines of the log</source>
        <translation>未接来电和待办记录</translation>
    </message>
    <message>
        <source>To be watched</source>
        <translation>注意事项</translation>
    </message>
    <message>
        <source>Remark of the one who took over</source>
        <translation>接班人备注</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A remark, where something differs from what stands above</source>
        <translation>备注：与上面所写不符之处</translation>
    </message>
    <message>
        <source>Take over and sign</source>
        <translation>接班并签名</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <translation>交接班记录</translation>
    </message>
    <message>
        <source>Handed over by %1, %2, signed</source>
        <translation>%1 于 %2 交班，已签名</translation>
    </message>
    <message>
        <source>Nobody has taken it over yet</source>
        <translation>尚无人接班</translation>
    </message>
    <message>
        <source>Taken over by %1, %2, signed</source>
        <translation>%1 于 %2 接班，已签名</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) lie at that desk</source>
        <translation>
            <numerusform>该工位有 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>None runs out soon.</source>
        <translation>没有即将到期的时限。</translation>
    </message>
    <message>
        <source>None is open.</source>
        <translation>没有待办。</translation>
    </message>
</context>
<context>
    <name>ui::shifts::ShiftsPage</name>
    <message>
        <source>Shift</source>
        <translation>交接班</translation>
    </message>
</context>
<context>
    <name>ui::signin::Curtain</name>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Name, login or pinyin initials</source>
        <translation>姓名、登录名或拼音首字母</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Who works at this desk?</source>
        <translation>请登录</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>工位已锁定</translation>
    </message>
    <message>
        <source>Who takes over?</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>No password set: Enter signs in.</source>
        <translation>未设密码，按回车登录</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Who are you? Type your name or login.</source>
        <translation>请输入您的姓名或登录名。</translation>
    </message>
    <message>
        <source>Wrong too often. Try again in %1. Somebody else may sign in meanwhile.</source>
        <translation>密码错误次数过多，请 %1后重试。其他人可以先登录。</translation>
    </message>
    <message>
        <source>You may try again now.</source>
        <translation>现在可以重试</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定已打开</translation>
    </message>
</context>
<context>
    <name>ui::signin::PasswordDialog</name>
    <message>
        <source>Short: eight characters or more are safer.</source>
        <translation>密码较短：八个字符以上更安全。</translation>
    </message>
    <message>
        <source>It begins with the name or the login, which is tried first.</source>
        <translation>以姓名或登录名开头，最容易被猜到。</translation>
    </message>
    <message>
        <source>Digits alone are tried quickly; add a word.</source>
        <translation>纯数字很快会被试出，请加上字母或文字。</translation>
    </message>
    <message>
        <source>One character again and again is tried first.</source>
        <translation>全是同一个字符，最容易被猜到。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>我的密码</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>为%1设置密码</translation>
    </message>
    <message>
        <source>It is asked for when you sign in, at every desk. It also opens the key that signs what only you may do.</source>
        <translation>在任何工位登录时都要输入。只有您本人能做的事，也凭它签名。</translation>
    </message>
    <message>
        <source>Tell it to nobody else. %1 can choose another one after signing in.</source>
        <translation>请只告诉%1本人，登录后可自行更改。</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>The password is missing. Type one.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation>两次输入不一致，请重新输入。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>ui::slips</name>
    <message>
        <source>Printed %1 %2</source>
        <translation>打印 %1 %2</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>受理回执</translation>
    </message>
    <message>
        <source>Work order</source>
        <translation>派工单</translation>
    </message>
    <message>
        <source>Return visit</source>
        <translation>回访单</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Ask at the counter at any time with the number %1.</source>
        <translation>可随时凭编号 %1 到柜台查询。</translation>
    </message>
    <message>
        <source>Ask at any time: call %1 or come to the counter with the number %2.</source>
        <translation>可随时查询：拨打 %1，或凭编号 %2 到柜台查询。</translation>
    </message>
    <message>
        <source>Scan at the counter</source>
        <translation>到柜台扫码</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Received by</source>
        <translation>受理人</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Grid chief</source>
        <translation>网格长</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>我们的承诺</translation>
    </message>
    <message>
        <source>You are told the result when the matter is done.</source>
        <translation>事项办结后，我们会告知您结果。</translation>
    </message>
    <message>
        <source>Whoever received your matter answers for it until it is solved. We call you back when it is done.</source>
        <translation>受理人对您的事项负责到底，直至解决。办结后我们会给您回电。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Scan to fill in</source>
        <translation>扫码填写</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>特殊需要</translation>
    </message>
    <message>
        <source>Check on site</source>
        <translation>现场核实</translation>
    </message>
    <message>
        <source>Dispatch note</source>
        <translation>派单说明</translation>
    </message>
    <message>
        <source>On site by</source>
        <translation>到场时限</translation>
    </message>
    <message>
        <source>Complete by</source>
        <translation>修复时限</translation>
    </message>
    <message>
        <source>Crew</source>
        <translation>维修人员</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>处理措施</translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation>自检</translation>
    </message>
    <message>
        <source>Fault removed</source>
        <translation>故障已排除</translation>
    </message>
    <message>
        <source>Safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Place cleaned</source>
        <translation>现场已清理</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>现场确认</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>Not repaired</source>
        <translation>未修复</translation>
    </message>
    <message>
        <source>Grid member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完工时间</translation>
    </message>
    <message>
        <source>Visit by</source>
        <translation>回访时限</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>To fill in</source>
        <translation>回访填写</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>第 %1 次致电</translation>
    </message>
    <message>
        <source>Time: ____________</source>
        <translation>时间：____________</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>客户意见</translation>
    </message>
    <message>
        <source>1 and 2 send the repair back for another round.</source>
        <translation>评 1 分或 2 分的，报修退回再修一轮。</translation>
    </message>
    <message>
        <source>Visited by</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Arrived, finished (date, time)</source>
        <translation>到场、完工时间</translation>
    </message>
    <message>
        <source>Materials, charge (yuan), receipt number</source>
        <translation>材料、收费（元）、收据号</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修人员</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>查询方式</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Still needed</source>
        <translation>还需材料</translation>
    </message>
    <message>
        <source>Papers received</source>
        <translation>已收材料</translation>
    </message>
    <message>
        <source>Please hand in by</source>
        <translation>请于此前补交</translation>
    </message>
    <message>
        <source>This list is complete: nothing else is asked for later. What was handed in is kept; you need not bring it again.</source>
        <translation>以上为一次性告知的全部材料，此后不再要求其他材料。已交材料我们保存，无需重复提交。</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>告知人</translation>
    </message>
    <message>
        <source>Why it can&apos;t be accepted</source>
        <translation>不予受理的理由</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>决定时间</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>If you don&apos;t agree, tell us with this number: your objection is put on record and answered.</source>
        <translation>如有异议，请凭本单编号提出，我们登记并答复。</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>调查认定</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Responsible department</source>
        <translation>责任部门</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>归档人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>发送对象</translation>
    </message>
    <message>
        <source>Reminder number</source>
        <translation>催办次数</translation>
    </message>
    <message>
        <source>Present state</source>
        <translation>目前状态</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>催办要求</translation>
    </message>
    <message>
        <source>Reminded by</source>
        <translation>催办人</translation>
    </message>
    <message>
        <source>Reminded on</source>
        <translation>催办时间</translation>
    </message>
    <message>
        <source>Answer: how far it is, when it will be done</source>
        <translation>办理进展与预计完成时间</translation>
    </message>
    <message>
        <source>Instructed by</source>
        <translation>批示人</translation>
    </message>
    <message>
        <source>Instructed on</source>
        <translation>批示时间</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>批示内容</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>督办人</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>Notice of missing papers</source>
        <translation>一次性告知单</translation>
    </message>
    <message>
        <source>Notice of non-acceptance</source>
        <translation>不予受理通知书</translation>
    </message>
    <message>
        <source>Complaint file</source>
        <translation>投诉处理单</translation>
    </message>
    <message>
        <source>Reminder notice</source>
        <translation>催办通知书</translation>
    </message>
    <message>
        <source>Supervised order</source>
        <translation>督办单</translation>
    </message>
    <message>
        <source>Signed for by</source>
        <translation>签收人</translation>
    </message>
</context>
<context>
    <name>ui::slips::SheetDialog</name>
    <message>
        <source>%1: %2 tickets</source>
        <translation>%1：%2 件</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>80 毫米卷纸</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>A5, two on A4</source>
        <translation>A5，A4 纸上两张</translation>
    </message>
</context>
<context>
    <name>ui::start::ChoiceStep</name>
    <message>
        <source>How do you want to begin?</source>
        <translation>您想怎样开始？</translation>
    </message>
    <message>
        <source>There is no desk on this computer yet. Nothing is lost by looking at the sample first.</source>
        <translation>这台电脑上还没有工位。先看看示例也不会有任何影响。</translation>
    </message>
</context>
<context>
    <name>ui::start::CompanyStep</name>
    <message>
        <source>Front desk</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>As it stands on slips and reports</source>
        <translation>单据和报表上使用的名称</translation>
    </message>
    <message>
        <source>Every number of this desk begins with it, so that two desks never give the same one.</source>
        <translation>本工位的编号都以它开头，这样两个工位的编号永远不会重复。</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>本工位</translation>
    </message>
    <message>
        <source>Number prefix</source>
        <translation>编号前缀</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Your company</source>
        <translation>贵单位</translation>
    </message>
    <message>
        <source>You become its first administrator. The name can be changed later, the number prefix can&apos;t.</source>
        <translation>您将是第一位系统管理员。名称以后可以改，编号前缀不能改。</translation>
    </message>
    <message>
        <source>What is the company called? It stands on every slip.</source>
        <translation>单位叫什么？它会印在每张单据上。</translation>
    </message>
    <message>
        <source>Name the desk by where it stands: front desk, counter 2.</source>
        <translation>按位置给工位起个名字：前台、2 号柜台。</translation>
    </message>
    <message>
        <source>One to four digits or letters, such as 01.</source>
        <translation>1 到 4 位数字或字母，例如 01。</translation>
    </message>
    <message>
        <source>Who are you? The record says who did what.</source>
        <translation>您是谁？记录里要写明谁做了什么。</translation>
    </message>
    <message>
        <source>A short name to sign in with, without blanks.</source>
        <translation>登录用的短名，不含空格。</translation>
    </message>
    <message>
        <source>At least eight characters, please.</source>
        <translation>请至少输入八个字符。</translation>
    </message>
    <message>
        <source>The two are not the same. Type the password once more.</source>
        <translation>两次输入不一致，请再输一次密码。</translation>
    </message>
</context>
<context>
    <name>ui::start::Foundation</name>
    <message>
        <source>The desk can&apos;t be put into %1.</source>
        <translation>工位无法放入 %1。</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions and what lies there, and try again.</source>
        <translation>请检查文件夹的权限和其中的内容，然后重试。</translation>
    </message>
</context>
<context>
    <name>ui::start::JoinDialog</name>
    <message>
        <source>Join our company</source>
        <translation>加入本单位</translation>
    </message>
    <message>
        <source>This computer asked to be let in and never heard the answer. Do the same once more: the same code still holds.</source>
        <translation>这台电脑申请过加入，但没有收到答复。请照原样再做一次：原来的邀请码仍然有效。</translation>
    </message>
    <message>
        <source>The other desk isn&apos;t reached at the moment; it is tried again by itself. %1</source>
        <translation>暂时联系不上对方工位，系统会自动重试。%1</translation>
    </message>
    <message>
        <source>An administrator invites this computer at another desk, on the page Desks, and gives you the address and the code.</source>
        <translation>由系统管理员在别的工位打开“工位”页邀请这台电脑，并把地址和邀请码告诉您。</translation>
    </message>
    <message>
        <source>An administrator opens the page Desks at another desk and chooses &quot;Pair face to face&quot;. In the same network its address then shows here by itself.</source>
        <translation>由系统管理员在别的工位打开“工位”页，选择“当面配对”。在同一网络内，其地址会自动出现在这里。</translation>
    </message>
    <message>
        <source>The address of the other desk is missing.</source>
        <translation>还没有填对方工位的地址。</translation>
    </message>
    <message>
        <source>It stands there on the page Desks.</source>
        <translation>地址显示在对方的“工位”页上。</translation>
    </message>
    <message>
        <source>The invitation&apos;s code is missing.</source>
        <translation>还没有填邀请码。</translation>
    </message>
    <message>
        <source>Calling %1 …</source>
        <translation>正在连接 %1 …</translation>
    </message>
    <message>
        <source>Digits: %1</source>
        <translation>数字：%1</translation>
    </message>
    <message>
        <source>Waiting until the administrator has named this desk and lets it in …</source>
        <translation>等待系统管理员命名并准予加入…</translation>
    </message>
    <message>
        <source>%1 of %2 entries</source>
        <translation>已接收 %1 条，共 %2 条</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>已接收 %1 条</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>With an invitation&apos;s code</source>
        <translation>用邀请码</translation>
    </message>
    <message>
        <source>Face to face</source>
        <translation>当面配对</translation>
    </message>
    <message>
        <source>Of the other desk, such as 192.168.1.20:47000</source>
        <translation>对方工位的地址，例如 192.168.1.20:47000</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Desks that were found</source>
        <translation>找到的工位</translation>
    </message>
    <message>
        <source>Seven groups of five characters</source>
        <translation>共七组，每组五个字符</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>邀请码</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Calling</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>The digits are the same</source>
        <translation>数字相同</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>数字不同</translation>
    </message>
    <message>
        <source>Compare: the other desk must show these six digits, all of them the same.</source>
        <translation>请核对：对方工位上显示的六位数字必须与这里完全相同。</translation>
    </message>
    <message>
        <source>Record coming in</source>
        <translation>正在接收记录</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>以后继续</translation>
    </message>
    <message>
        <source>This computer belongs to the company now. Its record comes in; then you sign in with your own login.</source>
        <translation>这台电脑已是本单位的工位。正在接收记录，收完后请用自己的账号登录。</translation>
    </message>
</context>
<context>
    <name>ui::start::StartStep</name>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>ui::start::StartWindow</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Griddesk</source>
        <translation>网格受理台</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>已读 %1 行</translation>
    </message>
    <message>
        <source>Set up our company</source>
        <translation>建立我们的单位</translation>
    </message>
    <message>
        <source>Founds a company on this computer and takes its staff, grids, customers and equipment from the spreadsheets that you have.</source>
        <translation>在这台电脑上建立单位，人员、网格、客户、设备从您现有的表格导入。</translation>
    </message>
    <message>
        <source>Try it with the sample company</source>
        <translation>用示例单位试用</translation>
    </message>
    <message>
        <source>Ten grids, forty people, three hundred households and a year of tickets, all made up.</source>
        <translation>十个网格、四十人、三百户居民和一年的工单，全部为虚构。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Takes a desk&apos;s backup back onto this computer.</source>
        <translation>把工位的备份恢复到这台电脑。</translation>
    </message>
    <message>
        <source>Your staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>A table with names, and as far as you have them roles, grids, teams and phones. Who has no login gets one proposed from the name.</source>
        <translation>有姓名的表格，岗位、网格、班组、电话有则带上。没有登录名的，按姓名拼音自动拟定。</translation>
    </message>
    <message>
        <source>Your grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Their names and chiefs. Grids without a code get 01, 02 … in the table&apos;s order.</source>
        <translation>网格名称和网格长。没有编号的按表中顺序编为 01、02 ……</translation>
    </message>
    <message>
        <source>Your customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Households with their numbers, names, phones and addresses. What leads to a person is kept sealed.</source>
        <translation>各户的户号、户主、电话和地址。能指向个人的内容加密保存。</translation>
    </message>
    <message>
        <source>Your equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Pumps, transformers, lifts: what is looked after, and where it stands.</source>
        <translation>水泵、变压器、电梯：管护的设备及其位置。</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Making up a year of work …</source>
        <translation>正在编一年的工作 …</translation>
    </message>
    <message>
        <source>Join our company</source>
        <translation>加入本单位</translation>
    </message>
    <message>
        <source>The company works with Griddesk already: this computer becomes one more of its desks. An administrator at another desk lets it in.</source>
        <translation>单位已在使用网格受理台：这台电脑成为其中又一个工位，由系统管理员在别的工位上准予加入。</translation>
    </message>
</context>
<context>
    <name>ui::start::SummaryStep</name>
    <message>
        <source>Ready</source>
        <translation>准备好了</translation>
    </message>
    <message>
        <source>This is what the desk begins with. All of it can be changed and added to afterwards.</source>
        <translation>工位将从这些内容开始，以后都可以修改和补充。</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>打开工位</translation>
    </message>
    <message>
        <source>Only you so far. The others come on the page Staff.</source>
        <translation>目前只有您一人。其他人可在“人员”页添加。</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 名人员</translation>
    </message>
    <message>
        <source>%1 of them have no role: nothing is proposed to them.</source>
        <translation>其中 %1 人没有岗位：不会向他们推荐派单。</translation>
    </message>
    <message>
        <source>%1 grid members have no grid.</source>
        <translation>%1 名网格员没有所属网格。</translation>
    </message>
    <message>
        <source>No grids: tickets find no grid chief until there are some.</source>
        <translation>没有网格：在建立网格之前，工单找不到网格长。</translation>
    </message>
    <message>
        <source>%1 grids</source>
        <translation>%1 个网格</translation>
    </message>
    <message>
        <source>%1 of them have no chief.</source>
        <translation>其中 %1 个没有网格长。</translation>
    </message>
    <message>
        <source>No place is in a grid yet: with an address table on the page Import, tickets find their grid by themselves.</source>
        <translation>还没有地点归入网格：在“导入”页导入地址表后，工单会自动找到网格。</translation>
    </message>
    <message>
        <source>%1, desk %2, numbers begin with %3</source>
        <translation>%1，工位 %2，编号以 %3 开头</translation>
    </message>
    <message>
        <source>%1 customers</source>
        <translation>%1 位客户</translation>
    </message>
    <message>
        <source>No customers yet: they come in with their first call.</source>
        <translation>还没有客户：第一次来电时登记即可。</translation>
    </message>
    <message>
        <source>%1 pieces of equipment</source>
        <translation>%1 台设备</translation>
    </message>
    <message>
        <source>No equipment yet.</source>
        <translation>还没有设备。</translation>
    </message>
    <message>
        <source>%1: %2 rows were refused. They lie beside the file, each with its reason.</source>
        <translation>%1：退回 %2 行，连同原因存放在原文件旁边。</translation>
    </message>
</context>
<context>
    <name>ui::start::TableStep</name>
    <message>
        <source>Where from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>从文件导入</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>The rows can&apos;t be kept: the disk may be full.</source>
        <translation>这些行存不下来：磁盘可能已满。</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation>文件还在读取中。</translation>
    </message>
    <message>
        <source>No column is yet: %1. Choose it over the column that holds it.</source>
        <translation>还没有哪一列是：%1。请在对应的列上方选择。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 taken in, %2 refused.</source>
        <translation>已收入 %1 行，退回 %2 行。</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>The reasons stand beside the rows. Correct what the columns are, or go on without them.</source>
        <translation>原因写在各行旁边。可以改正列的对应，也可以不要它们继续。</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>不要它们，继续</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>ui::tickets::ActionBar</name>
    <message>
        <source>What to do next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ui::tickets::ActionForm</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Which field</source>
        <translation>更正哪一项</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who did it is missing.</source>
        <translation>还没有选经办人。</translation>
    </message>
    <message>
        <source>Choose the person who really did it.</source>
        <translation>请选择实际经办的人。</translation>
    </message>
</context>
<context>
    <name>ui::tickets::AssignmentSheet</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Whom each ticket is proposed to</source>
        <translation>每件工单的推荐人</translation>
    </message>
    <message>
        <source>Why otherwise than proposed</source>
        <translation>为何不按推荐</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message numerus="yes">
        <source>Assign by proposal: %n ticket(s)</source>
        <translation>
            <numerusform>按推荐派单：%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assign %n ticket(s)</source>
        <translation>
            <numerusform>派单 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>How this month&apos;s matters are spread. Before: %1. After: %2.</source>
        <translation>本月工单分布。派单前：%1。派单后：%2。</translation>
    </message>
    <message numerus="yes">
        <source>For %n ticket(s) nobody is able now.</source>
        <translation>
            <numerusform>%n 件现在无人可派。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) can&apos;t be given out now.</source>
        <translation>
            <numerusform>%n 件现在不能派。</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else was chosen than was proposed. Say why.</source>
        <translation>有工单没有按推荐派，请说明原因。</translation>
    </message>
    <message>
        <source>← → another candidate · Space leaves a ticket out or takes it in again · Enter goes into the ticket · Ctrl+Enter assigns · Esc gives up</source>
        <translation>← → 换人 · 空格 不派或重新列入 · 回车 查看工单 · Ctrl+Enter 派单 · Esc 放弃</translation>
    </message>
</context>
<context>
    <name>ui::tickets::BulkBar</name>
    <message>
        <source>Chosen tickets</source>
        <translation>所选工单</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 go together. Choose fewer.</source>
        <translation>一次最多处理 %1 件。请少选一些。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n tickets</source>
        <translation>
            <numerusform>%1：%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recorded for %n tickets.</source>
        <translation>
            <numerusform>已记录 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recorded for %n tickets,</source>
        <translation>
            <numerusform>已记录 %n 件，</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>refused for %n:</source>
        <translation>
            <numerusform>未通过 %n 件：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>None of it is among your rights.</source>
        <translation>这些操作您都没有权限。</translation>
    </message>
    <message>
        <source>Assign by proposal…</source>
        <translation>按推荐派单…</translation>
    </message>
</context>
<context>
    <name>ui::tickets::ConflictSides</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1 (no effect)</source>
        <translation>%1（未生效）</translation>
    </message>
    <message>
        <source>Did</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>(left empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>%1
✓ stands now</source>
        <translation>%1
✓ 现行</translation>
    </message>
    <message>
        <source>Now it is: %1</source>
        <translation>现在是：%1</translation>
    </message>
    <message>
        <source>The ticket is &quot;%1&quot; now.</source>
        <translation>工单现在是“%1”。</translation>
    </message>
    <message>
        <source>This holds</source>
        <translation>以此为准</translation>
    </message>
</context>
<context>
    <name>ui::tickets::ConflictStrip</name>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n 处冲突</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts, settled</source>
        <translation>
            <numerusform>%n 处冲突，已认定</numerusform>
        </translation>
    </message>
    <message>
        <source>Two versions of one thing: show or hide them</source>
        <translation>同一事项的两个版本：展开或收起</translation>
    </message>
</context>
<context>
    <name>ui::tickets::ConflictView</name>
    <message>
        <source>What was found out; stays on record</source>
        <translation>核实情况（可不填，留在记录里）</translation>
    </message>
    <message>
        <source>Note on what holds</source>
        <translation>核实情况</translation>
    </message>
    <message>
        <source>Type what holds… (%1)</source>
        <translation>另填… (%1)</translation>
    </message>
    <message>
        <source>This holds (Ctrl+Enter)</source>
        <translation>以所填为准 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Settled by %1, %2</source>
        <translation>%1 %2 认定</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Looked at: leave it as it is now (%1)</source>
        <translation>已核实，维持现状 (%1)</translation>
    </message>
    <message>
        <source>What stands now holds (%1)</source>
        <translation>以现状为准 (%1)</translation>
    </message>
    <message>
        <source>What holds is missing.</source>
        <translation>还没有填以什么为准。</translation>
    </message>
    <message>
        <source>Type it in, or leave with Esc.</source>
        <translation>请填写，或按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Settled: %1</source>
        <translation>已认定：%1</translation>
    </message>
</context>
<context>
    <name>ui::tickets::EmergencyCard</name>
    <message>
        <source>Emergency</source>
        <translation>应急事件</translation>
    </message>
    <message>
        <source>Who may be affected</source>
        <translation>可能受影响的客户</translation>
    </message>
    <message>
        <source>Make an outage of it</source>
        <translation>登记为停供</translation>
    </message>
    <message>
        <source>Nobody of its team is on duty by the roster. Of the others: %1</source>
        <translation>按排班该班组无人值班。其他班组：%1</translation>
    </message>
    <message>
        <source>Nobody is known yet whom it may affect: it lies in no grid, or none of its premises are on file.</source>
        <translation>还不知道影响到谁：未归入网格，或该网格没有登记房屋。</translation>
    </message>
    <message>
        <source>It may affect %1 premises of %2 customers in its grid; %3 of them depend on it.</source>
        <translation>可能影响该网格 %2 位客户的 %1 处房屋，其中 %3 位须优先保障。</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 位</translation>
    </message>
    <message>
        <source>Depend on it, in its grid:</source>
        <translation>该网格须优先保障的客户：</translation>
    </message>
    <message>
        <source>In the same building:</source>
        <translation>同一栋楼的客户：</translation>
    </message>
</context>
<context>
    <name>ui::tickets::FileStrip</name>
    <message>
        <source>Add a file, or paste a picture</source>
        <translation>添加文件，或粘贴图片</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>picture.png</source>
        <translation>picture.png</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>%1 · on desk %2</source>
        <translation>%1 · 在工位“%2”</translation>
    </message>
    <message>
        <source>%1, %2. It is fetched when you open it.</source>
        <translation>%1，%2。打开时自动取来。</translation>
    </message>
    <message>
        <source>%1 · being fetched</source>
        <translation>%1 · 正在取来</translation>
    </message>
    <message>
        <source>%1 · on desk %2, not reachable now</source>
        <translation>%1 · 在工位“%2”，暂时取不到</translation>
    </message>
</context>
<context>
    <name>ui::tickets::LoadTable</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>新派</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Who gets how many</source>
        <translation>各人派得多少</translation>
    </message>
</context>
<context>
    <name>ui::tickets::SearchField</name>
    <message>
        <source>Search: number, text, name, phone, address</source>
        <translation>搜索：编号、内容、姓名、电话、地址</translation>
    </message>
</context>
<context>
    <name>ui::tickets::ServiceRecord</name>
    <message>
        <source>Service record</source>
        <translation>服务记录</translation>
    </message>
</context>
<context>
    <name>ui::tickets::StageStrip</name>
    <message>
        <source>Stages</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>still ahead</source>
        <translation>未开始</translation>
    </message>
</context>
<context>
    <name>ui::tickets::TicketFacts</name>
    <message>
        <source>anonymous, not to be called</source>
        <translation>匿名，不要致电</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>chief %1</source>
        <translation>网格长 %1</translation>
    </message>
    <message>
        <source>With</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Show the contact…</source>
        <translation>显示联系方式…</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Wait with it</source>
        <translation>并入本单</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::tickets::TicketHead</name>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
</context>
<context>
    <name>ui::tickets::TicketPage</name>
    <message>
        <source>No ticket chosen</source>
        <translation>未选工单</translation>
    </message>
    <message>
        <source>The ticket that is chosen in the list stands here.</source>
        <translation>在列表中选中的工单会显示在这里。</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>There is no ticket %1 here.</source>
        <translation>这里没有工单 %1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not possible now: the ticket is &quot;%2&quot;.</source>
        <translation>现在不能“%1”：工单的状态是“%2”。</translation>
    </message>
    <message>
        <source>Save the form with Ctrl+Enter or give it up with Esc, then go on.</source>
        <translation>请先按 Ctrl+Enter 保存表单或按 Esc 放弃，再继续。</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>工单 %1</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is recorded. It is now &quot;%3&quot;.</source>
        <translation>%1：“%2”已记录，现在的状态是“%3”。</translation>
    </message>
    <message>
        <source>%1 was corrected.</source>
        <translation>%1 已更正。</translation>
    </message>
    <message>
        <source>Show the contact</source>
        <translation>显示联系方式</translation>
    </message>
    <message>
        <source>What is it needed for? The look is put on record with your name.</source>
        <translation>为什么需要查看？将以您的名义记录。</translation>
    </message>
    <message>
        <source>It is over: there is nothing more to do.</source>
        <translation>已经办完，没有下一步。</translation>
    </message>
    <message>
        <source>Nothing here is yours to do. It goes on with: %1.</source>
        <translation>这里没有您可办的事，下一步由%1办理。</translation>
    </message>
    <message>
        <source>The form &quot;%1&quot; that was begun here waits for somebody who may do it.</source>
        <translation>这里填了一半的“%1”保留着，等有权办理的人登录后继续。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not yours to do on this ticket. It is done by: %2.</source>
        <translation>“%1”不归您在此单办理，应由%2办理。</translation>
    </message>
    <message>
        <source>The text is in the clipboard. Paste it or read it out, and enter who was told.</source>
        <translation>派单内容已复制，请发送或读给对方，并登记告知了谁。</translation>
    </message>
    <message>
        <source>The number is covered. Show it with a reason first.</source>
        <translation>号码已遮盖，请先填写理由再显示。</translation>
    </message>
    <message>
        <source>The look could not be put on record.</source>
        <translation>查看记录未能保存。</translation>
    </message>
</context>
<context>
    <name>ui::tickets::TicketTable</name>
    <message>
        <source>Columns</source>
        <translation>列设置</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>ui::tickets::TicketsBar</name>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Service lines</source>
        <translation>专业</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>搜索工单</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列设置</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>当前列表</translation>
    </message>
    <message>
        <source>%1, of the chosen</source>
        <translation>%1（所选工单）</translation>
    </message>
</context>
<context>
    <name>ui::tickets::TicketsList</name>
    <message>
        <source>No ticket here</source>
        <translation>这里没有工单</translation>
    </message>
    <message>
        <source>Every matter that is taken in stands here. Another list or another search may have what you look for.</source>
        <translation>登记过的事项都会显示在这里。您要找的可能在别的列表里，也可以换个词搜索。</translation>
    </message>
    <message>
        <source>take in a matter</source>
        <translation>登记事项</translation>
    </message>
    <message>
        <source>%1 tickets</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>The first %1, looking for the others</source>
        <translation>先列出 %1 件，其余正在查找</translation>
    </message>
</context>
<context>
    <name>ui::tickets::TicketsPage</name>
    <message>
        <source>None of the chosen tickets takes such a slip.</source>
        <translation>所选工单都不适用这种单据。</translation>
    </message>
</context>
<context>
    <name>ui::tickets::dispatch</name>
    <message>
        <source>%1 before %2</source>
        <translation>%2 前%1</translation>
    </message>
</context>
<context>
    <name>ui::tickets::duty</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nobody is on duty now by the roster</source>
        <translation>按排班现在无人值班</translation>
    </message>
    <message>
        <source>On duty now: %1</source>
        <translation>现在值班：%1</translation>
    </message>
    <message>
        <source>%1 · next: %2 from %3</source>
        <translation>%1 · 接班：%2，%3 起</translation>
    </message>
</context>
<context>
    <name>ui::today::MeasureSection</name>
    <message>
        <source>Overdue improvement measures</source>
        <translation>超期的改进措施</translation>
    </message>
    <message>
        <source>Show the whole list</source>
        <translation>显示完整列表</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::today::Section</name>
    <message>
        <source>Show the whole list</source>
        <translation>显示完整列表</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::today::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待办</translation>
    </message>
    <message>
        <source>What is to accept, to call back or about to be late stands here.</source>
        <translation>待接单、待回访和即将超时的工单会显示在这里。</translation>
    </message>
    <message>
        <source>take in a matter</source>
        <translation>登记事项</translation>
    </message>
    <message numerus="yes">
        <source>%n drafts of mine</source>
        <translation>
            <numerusform>我的草稿 %n 份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shift handover(s) wait to be taken over</source>
        <translation>
            <numerusform>有 %n 个班待接</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::transfer::ImportPage</name>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Takes in</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>Read %1: %2 would be new, %3 changed, %4 known already, %5 refused.</source>
        <translation>读取 %1 行：将新增 %2，更新 %3，已有 %4，未通过 %5。</translation>
    </message>
    <message>
        <source>Read %1: %2 taken in, %3 changed, %4 known already, %5 refused.</source>
        <translation>读取 %1 行：已导入 %2，更新 %3，已有 %4，未通过 %5。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试导入</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open the refused rows</source>
        <translation>打开未通过的行</translation>
    </message>
    <message>
        <source>No column is yet: %1.</source>
        <translation>还没有对应的列：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>正在试导入…</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>已读取 %1 行</translation>
    </message>
    <message>
        <source>Cancelled. What was taken in so far stays; the same import again takes in the rest.</source>
        <translation>已取消。已导入的会保留；再次导入同一文件即可导入其余部分。</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>已导入：%1</translation>
    </message>
    <message>
        <source>Keep phone and identity numbers sealed</source>
        <translation>电话和身份证号加密保存</translation>
    </message>
    <message>
        <source>Numbers of people in %1 are kept sealed.</source>
        <translation>%1 行中的个人号码已加密保存。</translation>
    </message>
    <message>
        <source>%1 hold phone or identity numbers in plain text.</source>
        <translation>%1 行的文字中含电话或身份证号。</translation>
    </message>
</context>
<context>
    <name>ui::transfer::ImportTask</name>
    <message>
        <source>taken in without it: %1</source>
        <translation>已收入，但缺这一项：%1</translation>
    </message>
</context>
<context>
    <name>ui::transfer::MapPane</name>
    <message>
        <source>Areas that are repaired or can&apos;t be taken</source>
        <translation>已修复或无法导入的范围</translation>
    </message>
    <message>
        <source>What can be taken</source>
        <translation>能否导入</translation>
    </message>
    <message>
        <source>can be taken</source>
        <translation>可以导入</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>can&apos;t be taken</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 areas can be taken, %2 are repaired, %3 can&apos;t be taken.</source>
        <translation>%1 个范围可以导入，%2 个已修复，%3 个无法导入。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::transfer::MappingView</name>
    <message>
        <source>Take a table in</source>
        <translation>导入表格</translation>
    </message>
    <message>
        <source>Drop a spreadsheet or a text table here. Its first rows will stand here, and over each column what it is taken for.</source>
        <translation>把电子表格或文本表格拖到这里。这里会显示前几行，每列上方是它将被当作什么。</translation>
    </message>
    <message>
        <source>chooses the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>guessed from the headers</source>
        <translation>按表头猜测</translation>
    </message>
    <message>
        <source>from a file …</source>
        <translation>从文件 …</translation>
    </message>
    <message>
        <source>Drop a file here, or type its path</source>
        <translation>把文件拖到这里，或输入路径</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列的对应</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Table to import</source>
        <translation>要导入的表格</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>found: %1</source>
        <translation>识别为：%1</translation>
    </message>
    <message>
        <source>Mapping file</source>
        <translation>对应关系文件</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>对应关系 (*.json)</translation>
    </message>
    <message>
        <source>Put borders right that cross</source>
        <translation>修复自相交的边界</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件自带</translation>
    </message>
    <message>
        <source>new grids since ever, others from today</source>
        <translation>新网格一直有效，其他自今天起</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Tables and maps (*.csv *.txt *.xlsx *.xls *.ods *.geojson *.json *.shp *.kml *.gpkg *.dxf)</source>
        <translation>表格和地图 (*.csv *.txt *.xlsx *.xls *.ods *.geojson *.json *.shp *.kml *.gpkg *.dxf)</translation>
    </message>
    <message>
        <source>Sheet or layer</source>
        <translation>工作表/图层</translation>
    </message>
</context>
<context>
    <name>ui::transfer::PreviewModel</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Refused because</source>
        <translation>退回原因</translation>
    </message>
</context>
<context>
    <name>ui::transfer::PreviewTable</name>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>What %1 is</source>
        <translation>%1 对应什么</translation>
    </message>
    <message>
        <source>(left out)</source>
        <translation>（不导入）</translation>
    </message>
</context>
<context>
    <name>ui::transfer::ValueTable</name>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>What the words of the column mean</source>
        <translation>该列各词的含义</translation>
    </message>
    <message>
        <source>What &quot;%1&quot; means</source>
        <translation>“%1”的含义</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>by itself: %1</source>
        <translation>自动识别：%1</translation>
    </message>
    <message>
        <source>Words of the column &quot;%1&quot;</source>
        <translation>“%1”列中的词</translation>
    </message>
</context>
<context>
    <name>ui::visits::CallQueue</name>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remark: what was said, when to call again</source>
        <translation>备注：对方怎么说，何时再联系</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>保存并办下一件</translation>
    </message>
    <message>
        <source>%1 is recorded. It is now &quot;%2&quot;.</source>
        <translation>%1 已登记，现为“%2”。</translation>
    </message>
</context>
<context>
    <name>ui::visits::VisitCard</name>
    <message>
        <source>Name unknown</source>
        <translation>姓名不详</translation>
    </message>
    <message>
        <source>No phone on file</source>
        <translation>未登记电话</translation>
    </message>
    <message>
        <source>Done by %1, %2. %3</source>
        <translation>%1 于 %2 完工。%3</translation>
    </message>
    <message>
        <source>Called before, %1: %2</source>
        <translation>上次致电 %1：%2</translation>
    </message>
</context>
<context>
    <name>ui::visits::VisitsPage</name>
    <message>
        <source>Return visits</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Nobody waits for a call</source>
        <translation>没有待回访的客户</translation>
    </message>
    <message>
        <source>Repairs that the grid chief has filed stand here until the customer was asked whether all is well. The one that is due first stands in front.</source>
        <translation>网格长已归档的报修会显示在这里，直到问过客户是否满意。最先到时限的排在最前。</translation>
    </message>
    <message>
        <source>Queue of return visits</source>
        <translation>待回访列表</translation>
    </message>
    <message>
        <source>What the customer says</source>
        <translation>客户评价</translation>
    </message>
    <message>
        <source>This visit is not yours to make: it lies in another grid or department.</source>
        <translation>这件回访不归您办理：它属于其他网格或部门。</translation>
    </message>
</context>
<context>
    <name>ui::widgets::Banner</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ui::widgets::CandidateList</name>
    <message>
        <source>Choices</source>
        <translation>候选</translation>
    </message>
</context>
<context>
    <name>ui::widgets::Checklist</name>
    <message>
        <source>Others, with commas between</source>
        <translation>其他（用顿号分开）</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>ui::widgets::ClockLabel</name>
    <message>
        <source>due %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>rests</source>
        <translation>暂停计时</translation>
    </message>
</context>
<context>
    <name>ui::widgets::FormGrid</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>ui::widgets::MomentEdit</name>
    <message>
        <source>%1, or 16:30, 2h, 3d</source>
        <translation>%1，或 16:30、2小时、3天</translation>
    </message>
</context>
<context>
    <name>ui::widgets::Timeline</name>
    <message>
        <source>Service record</source>
        <translation>服务记录</translation>
    </message>
</context>
<context>
    <name>ui::widgets::TypeAheadEdit</name>
    <message>
        <source>Show choices</source>
        <translation>显示候选</translation>
    </message>
</context>
<context>
    <name>ui::workflows</name>
    <message>
        <source>everybody</source>
        <translation>所有人员</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>填写%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>with one of %1</source>
        <translation>填写其一：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>by somebody else than &quot;%1&quot;</source>
        <translation>须与“%1”不是同一人</translation>
    </message>
    <message>
        <source>once only</source>
        <translation>只能一次</translation>
    </message>
    <message>
        <source>the clocks rest</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>%1 at most %2</source>
        <translation>%1不高于 %2</translation>
    </message>
    <message>
        <source>if %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>if %1 is given</source>
        <translation>已填%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Possible at any time</source>
        <translation>任何时候都可以办理</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>What must be filled in</source>
        <translation>必填内容</translation>
    </message>
    <message>
        <source>How it goes: %1</source>
        <translation>%1办理流程</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message numerus="yes">
        <source>with any of %n field(s)</source>
        <translation>
            <numerusform>填写 %n 项字段中的任意一项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::workflows::WorkflowsPage</name>
    <message>
        <source>Kinds of matters</source>
        <translation>事项类型</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Print (Ctrl+P)</source>
        <translation>打印（Ctrl+P）</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Repair</source>
        <translation>报修</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>业务申请</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>供水</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>供电</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>供热</translation>
    </message>
    <message>
        <source>Gas</source>
        <translation>供气</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>物业</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>特急（抢修）</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>合作单位</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Grid chief</source>
        <translation>网格长</translation>
    </message>
    <message>
        <source>Grid member</source>
        <translation>网格员</translation>
    </message>
    <message>
        <source>Technician</source>
        <translation>维修人员</translation>
    </message>
    <message>
        <source>Team leader</source>
        <translation>维修队负责人</translation>
    </message>
    <message>
        <source>Department head</source>
        <translation>部门负责人</translation>
    </message>
    <message>
        <source>Department handler</source>
        <translation>部门经办人</translation>
    </message>
    <message>
        <source>Quality supervisor</source>
        <translation>质量监督员</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>管理人员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>With the grid chief</source>
        <translation>网格长处理中</translation>
    </message>
    <message>
        <source>Checked on site</source>
        <translation>已现场核实</translation>
    </message>
    <message>
        <source>With the team</source>
        <translation>已派维修队</translation>
    </message>
    <message>
        <source>Under repair</source>
        <translation>维修中</translation>
    </message>
    <message>
        <source>Repaired, to be confirmed</source>
        <translation>已修好，待确认</translation>
    </message>
    <message>
        <source>Confirmed, to be filed</source>
        <translation>已确认，待归档</translation>
    </message>
    <message>
        <source>To visit</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>Check on site</source>
        <translation>现场核实</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Arrive on site</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Finish and self-check</source>
        <translation>完工自检</translation>
    </message>
    <message>
        <source>Confirm on site</source>
        <translation>现场确认</translation>
    </message>
    <message>
        <source>File</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Return visit</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Approve closing unvisited</source>
        <translation>批准不回访办结</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Record a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Correct a field</source>
        <translation>更正字段</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>Work on a ticket</source>
        <translation>办理工单</translation>
    </message>
    <message>
        <source>The caller&apos;s own file</source>
        <translation>来电人本人档案</translation>
    </message>
    <message>
        <source>Customer file opened</source>
        <translation>打开客户档案</translation>
    </message>
    <message>
        <source>Shown for a reason</source>
        <translation>说明原因后查看</translation>
    </message>
    <message>
        <source>Printed on a slip</source>
        <translation>打印在单据上</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>导出给本人</translation>
    </message>
    <message>
        <source>The person asks for it</source>
        <translation>本人申请</translation>
    </message>
    <message>
        <source>Kept long enough</source>
        <translation>保存期满</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Medical equipment on mains</source>
        <translation>用电医疗设备</translation>
    </message>
    <message>
        <source>Elderly, lives alone</source>
        <translation>独居老人</translation>
    </message>
    <message>
        <source>Key user</source>
        <translation>重点用户</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>残疾</translation>
    </message>
    <message>
        <source>Minimal living allowance</source>
        <translation>低保</translation>
    </message>
    <message>
        <source>Infant in the house</source>
        <translation>家有婴幼儿</translation>
    </message>
    <message>
        <source>Veteran or martyr&apos;s family</source>
        <translation>军烈属</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>By text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>By WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>上门</translation>
    </message>
    <message>
        <source>Doesn&apos;t want calls</source>
        <translation>不愿接电话</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>住宅</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>商铺</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>厂房</translation>
    </message>
    <message>
        <source>Public building</source>
        <translation>公共建筑</translation>
    </message>
    <message>
        <source>Vacant</source>
        <translation>空置</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Spare</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Being repaired</source>
        <translation>在修</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Scrapped</source>
        <translation>报废</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>Customers of its grids</source>
        <translation>所管网格的客户</translation>
    </message>
    <message>
        <source>No customers</source>
        <translation>不看客户资料</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>入库</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>领用</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退库</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>盘点</translation>
    </message>
    <message>
        <source>Answer found, to be told</source>
        <translation>已有答复待告知</translation>
    </message>
    <message>
        <source>Customer contacted</source>
        <translation>已联系客户</translation>
    </message>
    <message>
        <source>Investigated</source>
        <translation>已调查</translation>
    </message>
    <message>
        <source>Being put right</source>
        <translation>整改处理中</translation>
    </message>
    <message>
        <source>Waiting for papers</source>
        <translation>待补材料</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>已受理待转办</translation>
    </message>
    <message>
        <source>With the department</source>
        <translation>业务部门处理</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Decided, to be told</source>
        <translation>已办结待告知</translation>
    </message>
    <message>
        <source>Customer told</source>
        <translation>已告知客户</translation>
    </message>
    <message>
        <source>Objection raised</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>调查认定</translation>
    </message>
    <message>
        <source>Set the solution</source>
        <translation>制定方案</translation>
    </message>
    <message>
        <source>Report progress</source>
        <translation>反馈进展</translation>
    </message>
    <message>
        <source>Evaluate the result</source>
        <translation>评估结果</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Tell what is missing</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Admit, papers to follow</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>Papers came in</source>
        <translation>材料已补交</translation>
    </message>
    <message>
        <source>Don&apos;t accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Name the handler</source>
        <translation>指定经办人</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>出具结果</translation>
    </message>
    <message>
        <source>Ask for more papers</source>
        <translation>要求补充材料</translation>
    </message>
    <message>
        <source>Tell the customer</source>
        <translation>告知客户</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>登记异议</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解释说明</translation>
    </message>
    <message>
        <source>Correct the decision</source>
        <translation>更正重办</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Promise an answer</source>
        <translation>承诺答复</translation>
    </message>
    <message>
        <source>Hand in the answer</source>
        <translation>提交答复</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Don&apos;t adopt</source>
        <translation>不采纳</translation>
    </message>
    <message>
        <source>Pass the praise on</source>
        <translation>转达表扬</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>Refuse to take over</source>
        <translation>拒绝接手</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回移交</translation>
    </message>
    <message>
        <source>Suspend the clocks</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Resume the clocks</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>Ask for more time</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Grant more time</source>
        <translation>批准延期</translation>
    </message>
    <message>
        <source>Refuse more time</source>
        <translation>不批准延期</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>Report as major</source>
        <translation>上报重大</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟踪督办</translation>
    </message>
    <message>
        <source>Instruct</source>
        <translation>批示督办</translation>
    </message>
    <message>
        <source>Answer the instruction</source>
        <translation>答复批示</translation>
    </message>
    <message>
        <source>review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>first contact</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>papers to follow</source>
        <translation>补交材料</translation>
    </message>
    <message>
        <source>handover</source>
        <translation>接手</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <source>instruction</source>
        <translation>批示答复</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Workday</source>
        <translation>上班日</translation>
    </message>
    <message>
        <source>Manner of service</source>
        <translation>服务态度</translation>
    </message>
    <message>
        <source>Quality of work</source>
        <translation>工作质量</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>处理不及时</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>收费问题</translation>
    </message>
    <message>
        <source>Supply itself</source>
        <translation>供应质量</translation>
    </message>
    <message>
        <source>Breach of discipline</source>
        <translation>违规违纪</translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>Partly upheld</source>
        <translation>部分属实</translation>
    </message>
    <message>
        <source>Unfounded</source>
        <translation>不属实</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>不予</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>重大</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Waits with another</source>
        <translation>已并案</translation>
    </message>
    <message>
        <source>Join to another</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Separate again</source>
        <translation>拆出</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回电告知</translation>
    </message>
    <message>
        <source>Tell by phone or message</source>
        <translation>电话或消息告知</translation>
    </message>
    <message>
        <source>It was heard</source>
        <translation>对方确认收到</translation>
    </message>
    <message>
        <source>With another call of the same person</source>
        <translation>同一来电人一并告知</translation>
    </message>
    <message>
        <source>Nobody to tell</source>
        <translation>无人可告知</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Whom it is assigned to</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Team leader or department head</source>
        <translation>班组长或部门负责人</translation>
    </message>
    <message>
        <source>Superiors</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Annual leave</source>
        <translation>年休假</translation>
    </message>
    <message>
        <source>Sick leave</source>
        <translation>病假</translation>
    </message>
    <message>
        <source>Personal leave</source>
        <translation>事假</translation>
    </message>
    <message>
        <source>Time off in lieu</source>
        <translation>调休</translation>
    </message>
    <message>
        <source>Family leave</source>
        <translation>婚丧产假</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>当班</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>On standby</source>
        <translation>备勤</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>Reckon the promises anew</source>
        <translation>重新计算时限</translation>
    </message>
    <message>
        <source>Whoever is on duty</source>
        <translation>当班值班人员</translation>
    </message>
    <message>
        <source>Manner or carelessness</source>
        <translation>态度或疏忽</translation>
    </message>
    <message>
        <source>Skill or training</source>
        <translation>技能或培训不足</translation>
    </message>
    <message>
        <source>Procedure or handing over</source>
        <translation>流程或衔接不畅</translation>
    </message>
    <message>
        <source>Wrong or missing information</source>
        <translation>信息错误或未告知</translation>
    </message>
    <message>
        <source>Pipes, lines or equipment</source>
        <translation>管线或设备原因</translation>
    </message>
    <message>
        <source>Materials or spare parts</source>
        <translation>材料或备件</translation>
    </message>
    <message>
        <source>Too few people or no time</source>
        <translation>人手或时间不足</translation>
    </message>
    <message>
        <source>Rules or prices</source>
        <translation>政策或价格</translation>
    </message>
    <message>
        <source>Outside the company</source>
        <translation>外部原因</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>未接来电</translation>
    </message>
    <message>
        <source>Alarm or disturbance</source>
        <translation>报警或故障</translation>
    </message>
    <message>
        <source>Instruction from above</source>
        <translation>上级指示</translation>
    </message>
    <message>
        <source>Round or reading</source>
        <translation>巡视或抄表</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>来访</translation>
    </message>
</context>
</TS>
