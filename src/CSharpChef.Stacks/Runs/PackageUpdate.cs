namespace CSharpChef.Stacks.Runs;

/// <summary>The command that updates the packages of a machine, with the package manager that it has.</summary>
internal static class PackageUpdate
{
    // Questions of a package about changed files are answered with the file that is there, as nobody can answer them.
    public const string Command = """
        if command -v apt-get >/dev/null; then
            export DEBIAN_FRONTEND=noninteractive
            apt-get -q update && apt-get -q -y -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold upgrade
        elif command -v dnf >/dev/null; then
            dnf -q -y upgrade
        elif command -v yum >/dev/null; then
            yum -q -y update
        elif command -v zypper >/dev/null; then
            zypper --quiet --non-interactive update
        elif command -v apk >/dev/null; then
            apk update && apk upgrade
        else
            echo 'this machine has no package manager that is known: apt-get, dnf, yum, zypper or apk' >&2
            exit 1
        fi
        """;
}
