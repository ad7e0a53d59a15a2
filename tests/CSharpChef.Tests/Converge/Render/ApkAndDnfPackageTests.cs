using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.Render;

/// <summary>What the parts for apk and dnf read from these programs, in every shell.</summary>
public sealed class ApkAndDnfPackageTests : IDisposable
{
    private const string Rpm = """
        rpm() {
            shift 3
            for name; do
                case $name in
                    rpm) echo ':rpm x86_64 4.16.1-1' ;;
                    glibc | glibc.i686) echo ":glibc i686 2:2.34-1" ;;
                    vim) echo 'package vim is not installed' ;;
                    --whatprovides) echo ':vim-enhanced x86_64 2:8.2-1'; return ;;
                esac
            done
        }
        """;

    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("apk-"));

    public static TheoryData<string> Shells => [.. LocalShell.Tested];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Shells))]
    public void Apk_tells_a_package_from_one_that_provides_its_name(string shell)
    {
        File.WriteAllText(
            Path.Combine(folder.FullName, "installed"),
            "P:busybox\nV:1.36-r1\np:cmd:sh=1.36 awk=1.36\n\nP:gawk\nV:5.3-r0\np:awk=5.3 cmd:gawk\n");

        Assert.Equal(
            ["installed 5.3-r0", "provided ", " "],
            Statuses(shell, "apk", $"apk_installed={folder.FullName}/installed", "gawk", "awk", "ga"));
    }

    [Theory, MemberData(nameof(Shells))]
    public void An_apk_database_that_cannot_be_read_fails(string shell) =>
        Assert.StartsWith(
            "failed: cannot read the packages of apk",
            Statuses(shell, "apk", $"apk_installed={folder.FullName}/missing", "gawk")[0],
            StringComparison.Ordinal);

    [Theory, MemberData(nameof(Shells))]
    public void Apk_knows_which_packages_were_asked_for(string shell)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "world"), "alpine-base\ngawk=5.3\n");

        Assert.Equal(
            ["no", "yes"],
            Run(shell, "apk", $$"""
                apk_world={{folder.FullName}}/world
                for name in gawk awk; do if is_automatic "$name"; then echo yes; else echo no; fi; done
                """));
    }

    [Theory, MemberData(nameof(Shells))]
    public void Rpm_tells_a_package_from_one_that_provides_its_name(string shell) =>
        Assert.Equal(
            ["installed 2:2.34-1", "installed 2:2.34-1", "provided "],
            Statuses(shell, "dnf", Rpm, "glibc", "glibc.i686", "vim"));

    [Theory, MemberData(nameof(Shells))]
    public void An_rpm_that_does_not_even_know_itself_fails(string shell) => Assert.Equal(
        ["failed: rpm cannot answer: error: cannot open Packages database"],
        Statuses(shell, "dnf", "rpm() { echo 'error: cannot open Packages database' >&2; }", "glibc"));

    [Theory, MemberData(nameof(Shells))]
    public void A_removed_package_that_comes_back_with_another_one_fails_with_every_package_manager(string shell)
    {
        const string Settings = """
            protected=$(printf '%s\n' 'removed plain' 'installed vim' 'removed gone')
            query_others() { :; }
            find_other() { case $1 in plain) status=installed installed=1.0 ;; vim) status=provided ;; *) status= ;; esac; }
            """;

        foreach (var part in new[] { "apk", "dnf" })
        {
            Assert.Equal(
                [
                    "failed: the change of app has changed another package: plain is installed in version 1.0, and the "
                        + "recipe wants it otherwise",
                ],
                Run(shell, part, $$"""
                    {{Settings}}
                    fail() { echo "failed: $1"; return 1; }
                    label=app name=app hidden='' nl='
                    '
                    check_others
                    """));
        }
    }

    [Theory, MemberData(nameof(Shells))]
    public void Only_packages_that_are_as_the_recipe_wants_them_are_protected_from_a_change_by_dnf(string shell) =>
        Assert.Equal(
            ["installed glibc 2:2.34-1", "installed vim"],
            Run(shell, "dnf", $$"""
                {{Rpm}}
                fail() { echo "failed: $1"; return 1; }
                name=app
                find_protected 'installed glibc 2:2.34-1
                installed glibc 2:2.35-1
                installed vim
                installed app'
                echo "$protected"
                """));

    [Theory, MemberData(nameof(Shells))]
    public void Apk_and_apt_tell_what_a_simulated_change_installs_and_removes(string shell)
    {
        Assert.Equal(
            ["plain 1.0-r0", "lib 2.0-r1", "old "],
            Run(shell, "apk", """
                results <<END
                fetch https://dl-cdn.alpinelinux.org/alpine/v3.20/main
                (1/3) Installing plain (1.0-r0)
                (2/3) Upgrading lib (1.0-r0 -> 2.0-r1)
                (3/3) Purging old (1.0-r0)
                OK: 10 MiB in 20 packages
                END
                """));
        Assert.Equal(
            ["lib 2.0", "lib:amd64 2.0", "app:i386 1:1.0", "old ", "old:amd64 "],
            Run(shell, "apt", """
                dpkg() { echo amd64; }
                results <<END
                Inst lib [1.0] (2.0 localhost [all]) []
                Inst app:i386 (1:1.0 Debian:12/stable [i386])
                Remv old [1.0]
                Conf lib (2.0 localhost [all])
                END
                """));
    }

    private static string[] Statuses(string shell, string part, string setting, params string[] names) => Run(
        shell, part, $$"""
            {{setting}}
            fail() { echo "failed: $1"; return 1; }
            for name in {{string.Join(' ', names)}}; do find_package "$name" && echo "$status $installed"; done
            """);

    private static string[] Run(string shell, string part, string code)
    {
        string[] arguments = ["-c", $"state=/nonexistent{"\n"}{ShellParts.CodeOf(part)}{"\n"}{code}"];
        var (_, output) = LocalShell.Run(shell, shell == "busybox" ? ["sh", .. arguments] : arguments);
        return Encoding.UTF8.GetString(output).TrimEnd('\n').Split('\n');
    }
}
