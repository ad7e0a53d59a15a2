using CSharpChef.Converge.Shell;

namespace CSharpChef.Tests.Converge.Shell;

public sealed class ShellErrorsTests
{
    [Theory]
    [InlineData("sh: 1: eval: nosuchcmd: not found", "nosuchcmd: not found")]
    [InlineData("sh: nosuchcmd: not found", "nosuchcmd: not found")]
    [InlineData("/bin/bash: line 1: nosuchcmd: command not found", "nosuchcmd: command not found")]
    [InlineData("push: 1: rejected", "push: 1: rejected")]
    [InlineData("a\nsh: 2: b: not found", "a\nb: not found")]
    public void The_name_of_the_shell_is_not_part_of_its_error(string printed, string shown) =>
        Assert.Equal(shown, ShellErrors.WithoutShellName(printed));
}
