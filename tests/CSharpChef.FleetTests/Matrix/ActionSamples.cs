namespace CSharpChef.FleetTests.Matrix;

/// <summary>
/// Each action of each resource that can change something, by kind; the first one of a kind gets all pairs of
/// conditions.
/// </summary>
internal static class ActionSamples
{
    private const string Attempt =
        """test -e /srv/matrix/ID.tried || { : >/srv/matrix/ID.tried; exit 7; }; id -un >/srv/matrix/ID""";

    public static IReadOnlyDictionary<string, IReadOnlyList<ActionSample>> ByKind { get; } =
        new Dictionary<string, IReadOnlyList<ActionSample>>
        {
            ["file"] =
            [
                new("ContentResource.Create", "File(\"/srv/matrix/ID\"", "r.Content = TEXT;",
                    ":", "grep -q text /srv/matrix/ID"),
                new("ContentResource.CreateIfMissing", "File(\"/srv/matrix/ID\"", "r.Content = TEXT;",
                    ":", "grep -q text /srv/matrix/ID"),
                new("ContentResource.Delete", "File(\"/srv/matrix/ID\"", "",
                    ": >/srv/matrix/ID", "test ! -e /srv/matrix/ID"),
                new("ContentResource.Touch", "File(\"/srv/matrix/ID\"", "",
                    ":", "test -f /srv/matrix/ID") { IsRepeated = true },
            ],
            ["template"] =
            [
                new("ContentResource.Create", "Template(\"/srv/matrix/ID\"",
                    "r.Source = \"text\"; r.Variables = new { word = TEXT };", ":", "grep -q text /srv/matrix/ID"),
            ],
            ["cookbook_file"] =
            [
                new("ContentResource.Create", "CookbookFile(\"/srv/matrix/ID\"", "r.Source = \"text\"; r.Verify = $\"test -n '{TEXT}'\";",
                    ":", "grep -q text /srv/matrix/ID"),
            ],
            ["directory"] =
            [
                new("DirectoryResource.Create", "Directory(\"/srv/matrix/ID\"", "r.Mode = \"0750\";",
                    ":", "test \"$(stat -c %a /srv/matrix/ID)\" = 750"),
                new("DirectoryResource.Delete", "Directory(\"/srv/matrix/ID\"", "r.Recursive = true;",
                    "mkdir -p /srv/matrix/ID/below", "test ! -e /srv/matrix/ID"),
            ],
            ["link"] =
            [
                new("LinkResource.Create", "Link(\"/srv/matrix/ID\"", "r.To = \"target\";",
                    ":", "test \"$(readlink /srv/matrix/ID)\" = target"),
                new("LinkResource.Delete", "Link(\"/srv/matrix/ID\"", "",
                    "ln -s target /srv/matrix/ID", "test ! -L /srv/matrix/ID"),
            ],
            ["line"] =
            [
                new("LineResource.Ensure", "Line(\"/srv/matrix/ID\"", "r.Text = TEXT;",
                    "echo other >/srv/matrix/ID", "grep -q text /srv/matrix/ID"),
                new("LineResource.Remove", "Line(\"/srv/matrix/ID\"", "r.Match = \"^gone$\";",
                    "printf 'other\\ngone\\n' >/srv/matrix/ID", "test \"$(cat /srv/matrix/ID)\" = other"),
            ],
            ["package"] =
            [
                new("PackageResource.Install", "Package(\"m-ID\"", "",
                    "package m-ID", "dpkg -s m-ID | grep -q 'install ok installed'"),
                new("PackageResource.Upgrade", "Package(\"m-ID\"", "",
                    "package m-ID; installed m-ID; package m-ID 2", "dpkg -s m-ID | grep -q 'Version: 2'"),
                new("PackageResource.Remove", "Package(\"m-ID\"", "",
                    "package m-ID; installed m-ID", "! dpkg -s m-ID 2>/dev/null | grep -q 'ok installed'"),
                new("PackageResource.Purge", "Package(\"m-ID\"", "",
                    "package m-ID; installed m-ID", "! dpkg -s m-ID >/dev/null 2>&1"),
            ],
            ["service"] =
            [
                new("ServiceResource.Start", "Service(\"m-ID\"", "", "unit m-ID", "systemctl -q is-active m-ID"),
                new("ServiceResource.Enable", "Service(\"m-ID\"", "", "unit m-ID", "systemctl -q is-enabled m-ID"),
                new("ServiceResource.Disable", "Service(\"m-ID\"", "",
                    "unit m-ID; systemctl -q enable m-ID", "! systemctl -q is-enabled m-ID"),
                new("ServiceResource.Stop", "Service(\"m-ID\"", "",
                    "unit m-ID; systemctl start m-ID", "! systemctl -q is-active m-ID"),
                new("ServiceResource.Restart", "Service(\"m-ID\"", "",
                    "unit m-ID; systemctl start m-ID; systemctl show -P MainPID m-ID >/srv/matrix/ID",
                    "test $(systemctl show -P MainPID m-ID) != $(cat /srv/matrix/ID)") { IsRepeated = true },
                new("ServiceResource.Reload", "Service(\"m-ID\"", "",
                    "unit m-ID; systemctl start m-ID", "test -s /srv/matrix/m-ID.reloads") { IsRepeated = true },
                new("ServiceResource.Mask", "Service(\"m-ID\"", "",
                    "unit m-ID", "test \"$(systemctl is-enabled m-ID)\" = masked"),
            ],
            ["user"] =
            [
                new("UserResource.Create", "User(\"mID\"", "r.Groups = [\"games\"]; r.PasswordHash = TEXT;",
                    "useradd mID", "id mID | grep -q games; getent shadow mID | grep -q text"),
                new("UserResource.Create", "User(\"mID\"", "r.Groups = [\"games\"]; r.Comment = TEXT[3..7];",
                    ":", "id mID | grep -q games; getent passwd mID | grep -q text"),
                new("UserResource.Remove", "User(\"mID\"", "", "useradd mID", "! id mID 2>/dev/null"),
            ],
            ["group"] =
            [
                new("GroupResource.Create", "Group(\"mID\"", "r.Members = [\"deploy\"];",
                    ":", "getent group mID | grep -q deploy"),
                new("GroupResource.Remove", "Group(\"mID\"", "", "groupadd mID", "! getent group mID"),
            ],
            ["execute"] =
            [
                new("CommandResource.Run", $"Execute(\"{Attempt}\"", "r.Input = TEXT;", ":", "test -s /srv/matrix/ID")
                    { IsRepeated = true },
            ],
            ["script"] =
            [
                new("CommandResource.Run", "Script(\"ID\"", $"r.Code = \"{Attempt}\"; r.Environment[\"W\"] = TEXT;",
                    ":", "test -s /srv/matrix/ID") { IsRepeated = true },
            ],
            ["sysctl"] =
            [
                new("SysctlResource.Apply", "Sysctl(\"net.ipv4.conf.ID.tag\"", "r.Value = \"7\";",
                    "ip link add ID type dummy 2>/dev/null || ip link add ID type veth peer name pID",
                    "test \"$(sysctl -n net.ipv4.conf.ID.tag)\" = 7"),
                new("SysctlResource.Remove", "Sysctl(\"net.ipv4.conf.ID.tag\"", "",
                    "echo 'net.ipv4.conf.ID.tag = 7' >/etc/sysctl.d/99-zz-csharpchef-net.ipv4.conf.ID.tag.conf",
                    "! grep -rqs conf.ID.tag /etc/sysctl.d"),
            ],
            ["cron"] =
            [
                new("CronResource.Create", "Cron(\"m-ID\"",
                    "r.Schedule = \"0 3 * * *\"; r.Command = \"true\"; r.Environment[\"W\"] = TEXT;",
                    ":", "grep -q text /etc/cron.d/m-ID"),
                new("CronResource.Delete", "Cron(\"m-ID\"", "",
                    "echo '0 3 * * * root true' >/etc/cron.d/m-ID", "test ! -e /etc/cron.d/m-ID"),
            ],
        };
}
