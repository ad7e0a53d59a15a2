namespace CSharpChef.FleetTests.Matrix;

/// <summary>
/// Each action of each resource that can change something, by kind; the first one of a kind gets all pairs of
/// conditions.
/// </summary>
internal static class ActionSamples
{
    private const string Attempt =
        """test -e /srv/matrix/CELL.tried || { : >/srv/matrix/CELL.tried; exit 7; }; id -un >/srv/matrix/CELL""";

    public static IReadOnlyDictionary<string, IReadOnlyList<ActionSample>> ByKind { get; } =
        new Dictionary<string, IReadOnlyList<ActionSample>>
        {
            ["file"] =
            [
                new("ContentResource.Create", "File(\"/srv/matrix/CELL\"", "r.Content = TEXT;",
                    ":", "grep -q text /srv/matrix/CELL"),
                new("ContentResource.CreateIfMissing", "File(\"/srv/matrix/CELL\"", "r.Content = TEXT;",
                    ":", "grep -q text /srv/matrix/CELL"),
                new("ContentResource.Delete", "File(\"/srv/matrix/CELL\"", "",
                    ": >/srv/matrix/CELL", "test ! -e /srv/matrix/CELL"),
                new("ContentResource.Touch", "File(\"/srv/matrix/CELL\"", "",
                    ":", "test -f /srv/matrix/CELL") { IsRepeated = true },
            ],
            ["template"] =
            [
                new("ContentResource.Create", "Template(\"/srv/matrix/CELL\"",
                    "r.Source = \"text\"; r.Variables = new { word = TEXT };", ":", "grep -q text /srv/matrix/CELL"),
            ],
            ["cookbook_file"] =
            [
                new("ContentResource.Create", "CookbookFile(\"/srv/matrix/CELL\"", "r.Source = \"text\"; r.Verify = $\"test -n '{TEXT}'\";",
                    ":", "grep -q text /srv/matrix/CELL"),
            ],
            ["directory"] =
            [
                new("DirectoryResource.Create", "Directory(\"/srv/matrix/CELL\"", "r.Mode = \"0750\";",
                    ":", "test \"$(stat -c %a /srv/matrix/CELL)\" = 750"),
                new("DirectoryResource.Delete", "Directory(\"/srv/matrix/CELL\"", "r.Recursive = true;",
                    "mkdir -p /srv/matrix/CELL/below", "test ! -e /srv/matrix/CELL"),
            ],
            ["link"] =
            [
                new("LinkResource.Create", "Link(\"/srv/matrix/CELL\"", "r.To = \"target\";",
                    ":", "test \"$(readlink /srv/matrix/CELL)\" = target"),
                new("LinkResource.Delete", "Link(\"/srv/matrix/CELL\"", "",
                    "ln -s target /srv/matrix/CELL", "test ! -L /srv/matrix/CELL"),
            ],
            ["line"] =
            [
                new("LineResource.Ensure", "Line(\"/srv/matrix/CELL\"", "r.Text = TEXT;",
                    "echo other >/srv/matrix/CELL", "grep -q text /srv/matrix/CELL"),
                new("LineResource.Remove", "Line(\"/srv/matrix/CELL\"", "r.Match = \"^gone$\";",
                    "printf 'other\\ngone\\n' >/srv/matrix/CELL", "test \"$(cat /srv/matrix/CELL)\" = other"),
            ],
            ["package"] =
            [
                new("PackageResource.Install", "Package(\"m-CELL\"", "",
                    "package m-CELL", "dpkg -s m-CELL | grep -q 'install ok installed'"),
                new("PackageResource.Upgrade", "Package(\"m-CELL\"", "",
                    "package m-CELL; installed m-CELL; package m-CELL 2", "dpkg -s m-CELL | grep -q 'Version: 2'"),
                new("PackageResource.Remove", "Package(\"m-CELL\"", "",
                    "package m-CELL; installed m-CELL", "! dpkg -s m-CELL 2>/dev/null | grep -q 'ok installed'"),
                new("PackageResource.Purge", "Package(\"m-CELL\"", "",
                    "package m-CELL; installed m-CELL", "! dpkg -s m-CELL >/dev/null 2>&1"),
            ],
            ["service"] =
            [
                new("ServiceResource.Start", "Service(\"m-CELL\"", "", "unit m-CELL", "systemctl -q is-active m-CELL"),
                new("ServiceResource.Enable", "Service(\"m-CELL\"", "", "unit m-CELL", "systemctl -q is-enabled m-CELL"),
                new("ServiceResource.Disable", "Service(\"m-CELL\"", "",
                    "unit m-CELL; systemctl -q enable m-CELL", "! systemctl -q is-enabled m-CELL"),
                new("ServiceResource.Stop", "Service(\"m-CELL\"", "",
                    "unit m-CELL; systemctl start m-CELL", "! systemctl -q is-active m-CELL"),
                new("ServiceResource.Restart", "Service(\"m-CELL\"", "",
                    "unit m-CELL; systemctl start m-CELL; systemctl show -P MainPID m-CELL >/srv/matrix/CELL",
                    "test $(systemctl show -P MainPID m-CELL) != $(cat /srv/matrix/CELL)") { IsRepeated = true },
                new("ServiceResource.Reload", "Service(\"m-CELL\"", "",
                    "unit m-CELL; systemctl start m-CELL", "test -s /srv/matrix/m-CELL.reloads") { IsRepeated = true },
                new("ServiceResource.Mask", "Service(\"m-CELL\"", "",
                    "unit m-CELL", "test \"$(systemctl is-enabled m-CELL)\" = masked"),
            ],
            ["user"] =
            [
                new("UserResource.Create", "User(\"mCELL\"", "r.Groups = [\"games\"]; r.PasswordHash = TEXT;",
                    "useradd mCELL", "id mCELL | grep -q games; getent shadow mCELL | grep -q text"),
                new("UserResource.Create", "User(\"mCELL\"", "r.Groups = [\"games\"]; r.Comment = TEXT[3..7];",
                    ":", "id mCELL | grep -q games; getent passwd mCELL | grep -q text"),
                new("UserResource.Remove", "User(\"mCELL\"", "", "useradd mCELL", "! id mCELL 2>/dev/null"),
            ],
            ["group"] =
            [
                new("GroupResource.Create", "Group(\"mCELL\"", "r.Members = [\"deploy\"];",
                    ":", "getent group mCELL | grep -q deploy"),
                new("GroupResource.Remove", "Group(\"mCELL\"", "", "groupadd mCELL", "! getent group mCELL"),
            ],
            ["execute"] =
            [
                new("CommandResource.Run", $"Execute(\"{Attempt}\"", "r.Input = TEXT;", ":", "test -s /srv/matrix/CELL")
                    { IsRepeated = true },
            ],
            ["script"] =
            [
                new("CommandResource.Run", "Script(\"CELL\"", $"r.Code = \"{Attempt}\"; r.Environment[\"W\"] = TEXT;",
                    ":", "test -s /srv/matrix/CELL") { IsRepeated = true },
            ],
            ["sysctl"] =
            [
                new("SysctlResource.Apply", "Sysctl(\"net.ipv4.conf.CELL.tag\"", "r.Value = \"7\";",
                    "ip link add CELL type dummy 2>/dev/null || ip link add CELL type veth peer name pCELL; sysctl -qw net.ipv4.conf.CELL.tag=0",
                    "test \"$(sysctl -n net.ipv4.conf.CELL.tag)\" = 7"),
                new("SysctlResource.Remove", "Sysctl(\"net.ipv4.conf.CELL.tag\"", "",
                    "echo 'net.ipv4.conf.CELL.tag = 7' >/etc/sysctl.d/99-zz-csharpchef-net.ipv4.conf.CELL.tag.conf",
                    "! grep -rqs conf.CELL.tag /etc/sysctl.d"),
            ],
            ["cron"] =
            [
                new("CronResource.Create", "Cron(\"m-CELL\"",
                    "r.Schedule = \"0 3 * * *\"; r.Command = \"true\"; r.Environment[\"W\"] = TEXT;",
                    ":", "grep -q text /etc/cron.d/m-CELL"),
                new("CronResource.Delete", "Cron(\"m-CELL\"", "",
                    "echo '0 3 * * * root true' >/etc/cron.d/m-CELL", "test ! -e /etc/cron.d/m-CELL"),
            ],
        };
}
