namespace CSharpChef.Stacks.Runs;

/// <summary>Updates the packages of a machine, with the package manager that it has.</summary>
internal static class PackageUpdate
{
    // Questions of a package about changed files are answered with the file that is there, as nobody can answer them.
    private const string Command = """
        if command -v apt-get >/dev/null; then
            export DEBIAN_FRONTEND=noninteractive
            apt-get -q -o APT::Update::Error-Mode=any update &&
                apt-get -q -y -o DPkg::Lock::Timeout=300 \
                    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold upgrade
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

    public static void Declare(RecipeContext recipe) => recipe.Execute(Command, execute =>
    {
        execute.Name = "update packages";

        // Another process that fetches package lists, such as a timer just after the boot, locks them for a moment.
        execute.Retries = 3;
        execute.RetryDelay = TimeSpan.FromSeconds(10);
    });
}
