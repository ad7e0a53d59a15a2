string dir = Node["dir"];
var reload = Script("reload the site", s =>
{
    s.Code = $"echo reloaded >>'{dir}/reloads'\n";
    s.OnlyWhenNotified();
});
var check = Script("check the site", s =>
{
    s.Code = "exit 0\n";
    s.OnlyWhenNotified();
});
Script("prepare the site", s =>
{
    s.Code = $"echo prepared >'{dir}/prepared'\n";
    s.Creates = $"{dir}/prepared";
    s.Notifies(check.Run, Immediately);
});
Script("publish the site", s =>
{
    s.Code = $"echo published >'{dir}/site'\n";
    s.Creates = $"{dir}/site";
    s.Notifies(reload.Run);
});
Script("kill the run", s =>
{
    s.Code = "read -r run pid rest <\"$CSHARPCHEF_STATE/holder\"\nkill -9 \"$pid\"\n";
    s.OnlyIf($"test -e '{dir}/kill'");
    s.Timeout = TimeSpan.FromSeconds(5);
});
