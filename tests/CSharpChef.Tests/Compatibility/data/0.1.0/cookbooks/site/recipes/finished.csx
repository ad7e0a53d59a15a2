string dir = Node["dir"];
var check = Script("check the site", s =>
{
    s.Code = "exit 0\n";
    s.OnlyWhenNotified();
});
Directory($"{dir}/pages");
File($"{dir}/pages/index.html", f =>
{
    f.Content = "<h1>hello</h1>\n";
    f.Notifies(check.Run);
});
Execute("echo skipped", e => e.OnlyIf("false"));
Execute("echo ignored; exit 3", e => e.IgnoreFailure = true);
