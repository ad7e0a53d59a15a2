using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Tests.Recipes.Steps;

public sealed class StepValidationTests
{
    public static TheoryData<string, string> BadPaths => new()
    {
        { "", "a path is empty" },
        { "etc/motd", "is relative" },
        { "~/x", "is relative" },
        { "/a\0b", "contains a NUL byte" },
        { "/etc/../root", "is not in its plain form" },
        { "/etc/./a", "is not in its plain form" },
        { "/etc//a", "is not in its plain form" },
        { "/etc/", "is not in its plain form" },
        { "/..", "is not in its plain form" },
    };

    [Theory, MemberData(nameof(BadPaths))]
    public void Every_step_refuses_a_path_that_is_not_absolute_and_plain(string path, string message)
    {
        Step[] steps =
        [
            new FileStep(path),
            new DirectoryStep(path),
            new TouchStep(path),
            new AbsentStep(path, PathKind.File),
            new LinkStep(path, "/x"),
            new LineStep(path, "x"),
            new CommandStep("x", "x") { Cwd = path },
            new CommandStep("x", "x") { Creates = path },
        ];

        Assert.All(steps, step => Assert.Contains(message, Error(step), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/a b/it's")]
    [InlineData("/..a/b..")]
    [InlineData("/-rf")]
    [InlineData("/ä\n")]
    public void A_path_may_have_any_other_character(string path) => new DirectoryStep(path).Validate();

    [Theory]
    [InlineData("")]
    [InlineData("-x")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a\n")]
    [InlineData("a;b")]
    [InlineData("a/b")]
    public void A_name_that_account_files_cannot_hold_is_refused_for_users_and_groups(string name)
    {
        Step[] steps =
        [
            new UserStep(name),
            new UserAbsentStep(name, RemoveHome: false),
            new GroupStep(name),
            new GroupAbsentStep(name),
            new FileStep("/a") { Owner = name },
            new FileStep("/a") { Group = name },
            new DirectoryStep("/a") { Owner = name },
            new UserStep("ann") { Group = name },
            new UserStep("ann") { Groups = ["adm", name] },
            new GroupStep("ops") { Members = [name] },
        ];

        Assert.All(steps, step => Assert.Contains("cannot be the name of a", Error(step), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-y")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("$(id)")]
    [InlineData("a;b")]
    public void A_name_with_spaces_or_shell_characters_is_refused_for_packages_and_services(string name)
    {
        Assert.Contains("cannot be the name of a package", Error(new PackageStep(name)), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be the name of a service",
            Error(new ServiceStep(name, ServiceState.Started)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("getty@tty1.service")]
    [InlineData(@"srv-my\x2ddata.mount")]
    [InlineData("-.mount")]
    [InlineData("dbus-:1.2-org.x@0.service")]
    public void Names_of_units_are_accepted_for_services(string name) =>
        new ServiceStep(name, ServiceState.Started).Validate();

    [Theory]
    [InlineData("nginx*")]
    [InlineData("[a]")]
    [InlineData("/srv/data")]
    [InlineData("@tty1")]
    [InlineData(".service")]
    public void Names_that_systemd_reads_as_patterns_or_paths_are_refused_for_services(string name) =>
        Assert.Contains(
            "cannot be the name of a service",
            Error(new ServiceStep(name, ServiceState.Started)),
            StringComparison.Ordinal);

    [Fact]
    public void A_template_can_be_enabled_and_masked_but_not_started()
    {
        foreach (var state in new[] { ServiceState.Enabled, ServiceState.Disabled, ServiceState.Masked })
        {
            new ServiceStep("app@.service", state).Validate();
        }

        Assert.Contains(
            "name one, such as app@NAME.service",
            Error(new ServiceStep("app@.service", ServiceState.Started)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("libstdc++6")]
    [InlineData("libc6:i386")]
    [InlineData("foo1.2")]
    [InlineData("g++")]
    public void Usual_names_of_packages_are_accepted(string name) => new PackageStep(name).Validate();

    [Theory]
    [InlineData("nginx=1.24", "write the version in Version")]
    [InlineData("/root/nginx.deb", "a package file is installed by an Execute")]
    [InlineData("./nginx.deb", "")]
    [InlineData("@development-tools", "write the packages of the group")]
    [InlineData("lib.*", "patterns are not supported")]
    [InlineData("nginx?", "")]
    [InlineData("nginx/stable", "")]
    [InlineData("standard^", "")]
    [InlineData("~nginx", "")]
    [InlineData("nginx:", "")]
    public void A_name_that_a_package_manager_reads_as_something_else_is_refused(string name, string advice)
    {
        var message = Error(new PackageStep(name));

        Assert.Contains($"\"{name}\" cannot be the name of a package", message, StringComparison.Ordinal);
        Assert.Contains(advice, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.*-1")]
    [InlineData("1.[23]")]
    [InlineData("-1")]
    [InlineData("1 2")]
    [InlineData("1\n")]
    public void A_version_of_a_package_that_is_neither_exact_nor_a_beginning_is_refused(string version) =>
        Assert.Contains(
            "cannot be the version of a package",
            Error(new PackageStep("nginx") { Version = version }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("1:1.24.0-1~deb12u1+b2")]
    [InlineData("1.24.*")]
    [InlineData("1*")]
    [InlineData("*")]
    [InlineData("2.0_rc1^git")]
    public void Usual_versions_of_packages_are_accepted(string version) =>
        new PackageStep("nginx") { Version = version }.Validate();

    [Theory]
    [InlineData("")]
    [InlineData(".vm")]
    [InlineData("vm.")]
    [InlineData("vm..swappiness")]
    [InlineData("/proc/sys/vm/swappiness")]
    [InlineData("net/../../etc/passwd")]
    [InlineData("net.//.//etc")]
    [InlineData("vm swappiness")]
    [InlineData("vm.swappiness=10")]
    [InlineData("-vm.swappiness")]
    [InlineData("net.ipv4.conf.*.rp_filter")]
    [InlineData("vm.swappiness\n")]
    public void A_kernel_parameter_has_a_key_without_empty_parts_and_signs(string key)
    {
        Assert.Contains(
            "cannot be the key of a kernel parameter", Error(new SysctlStep(key, "1")), StringComparison.Ordinal);
        Assert.Contains(
            "cannot be the key of a kernel parameter",
            Error(new SysctlStep(key, "") { Present = false }),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("net.ipv4.ip_forward", "net.ipv4.ip_forward", "net.ipv4.ip_forward = 1")]
    [InlineData("net/ipv4/ip_forward", "net.ipv4.ip_forward", "net.ipv4.ip_forward = 1")]
    [InlineData("net/ipv4/conf/eth0.100/tag", "net.ipv4.conf.eth0/100.tag", "net/ipv4/conf/eth0.100/tag = 1")]
    [InlineData("net.ipv4.conf.eth0/100.tag", "net.ipv4.conf.eth0/100.tag", "net/ipv4/conf/eth0.100/tag = 1")]
    public void The_first_separator_of_a_key_tells_dots_from_slashes(string key, string subject, string line)
    {
        var step = new SysctlStep(key, " 1\n");

        step.Validate();
        Assert.Equal(subject, step.Subject.Name);
        Assert.Equal(line, step.ConfigLine);
    }

    [Theory]
    [InlineData("", "Value is empty")]
    [InlineData(" \t\n", "Value is empty")]
    [InlineData("a\0b", "contains a NUL byte")]
    public void The_value_of_a_kernel_parameter_is_a_text(string value, string expected) =>
        Assert.Contains(expected, Error(new SysctlStep("vm.swappiness", value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("27")]
    [InlineData("0888")]
    [InlineData("u=rwx")]
    [InlineData("022\n")]
    public void A_umask_that_is_not_octal_is_refused(string umask) =>
        Assert.Contains("is not octal", Error(new CommandStep("x", "x") { Umask = umask }), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("1A")]
    [InlineData("A-B")]
    [InlineData("A B")]
    [InlineData("A\n")]
    public void An_invalid_name_of_an_environment_variable_is_refused(string name) => Assert.Contains(
        "cannot be the name of an environment variable",
        Error(new CommandStep("x", "x") { Environment = new Dictionary<string, string> { [name] = "1" } }),
        StringComparison.Ordinal);

    [Fact]
    public void A_NUL_byte_is_refused_in_every_text_that_a_shell_reads()
    {
        Step[] steps =
        [
            new CommandStep("x", "a\0b"), new CommandStep("x", "x") { Input = "a\0b" }, new LinkStep("/a", "b\0"),
            new CommandStep("x", "x") { Environment = new Dictionary<string, string> { ["A"] = "b\0" } },
            new LineStep("/a", "b\0"), new LineStep("/a", "b") { Match = "\0" }, new FileStep("/a") { Verify = "x\0" },
        ];

        Assert.All(steps, step => Assert.Contains("contains a NUL byte", Error(step), StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_command_is_refused() => Assert.Equal("a command is empty", Error(new CommandStep("x", "")));

    [Fact]
    public void Removing_the_root_directory_is_refused() =>
        Assert.Contains(
            "\"/\"", Error(new AbsentStep("/", PathKind.Directory, Recursive: true)), StringComparison.Ordinal);

    private static string Error(Step step) => Assert.Throws<RecipeException>(() => step.Validate()).Message;
}
