using System.Text;
using CSharpChef.Converge.Discover;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Converge.Discover;

public sealed class FactsReaderTests
{
    [Theory]
    [InlineData("key=", "")]
    [InlineData("key=a=b", "a=b")]
    [InlineData(@"key=a\nb", "a\nb")]
    [InlineData(@"key=a\\nb", @"a\nb")]
    [InlineData(@"key=\\\n\\", "\\\n\\")]
    public void Each_line_between_the_markers_is_a_fact(string line, string value)
    {
        Assert.Equal(value, Parse(line)!.Values["key"]);
        Assert.Equal(line, FactsReader.Line("key", value));
    }

    [Fact]
    public void The_output_of_a_login_shell_around_the_facts_is_ignored()
    {
        var facts = FactsReader.Parse(
            $"Welcome! hostname=wrong\n{FactsReader.Begin}\nhostname=web1\n{FactsReader.End}\nbye=1\n");

        Assert.Equal(["hostname"], facts!.Values.Keys);
        Assert.Equal("web1", facts.Values["hostname"]);
    }

    [Fact]
    public void An_echo_of_the_program_is_not_taken_for_facts() =>
        Assert.Null(FactsReader.Parse(FactsProgram.Discovery));

    [Theory]
    [InlineData("")]
    [InlineData("This account is currently not available.\n")]
    [InlineData(FactsReader.Begin + "\nhostname=web1\n")]
    [InlineData("hostname=web1\n" + FactsReader.End + "\n")]
    public void Output_without_both_markers_gives_null(string output) => Assert.Null(FactsReader.Parse(output));

    [Fact]
    public void A_fact_may_contain_any_byte()
    {
        byte[] output =
        [
            .. Encoding.UTF8.GetBytes($"{FactsReader.Begin}\nmounts.0.path=/"),
            0xE4,
            .. Encoding.UTF8.GetBytes($"\n{FactsReader.End}\n")
        ];

        Assert.Equal("/\uDCE4", FactsReader.Parse(output)!.Values["mounts.0.path"]);
    }

    private static Facts? Parse(string line) => FactsReader.Parse($"{FactsReader.Begin}\n{line}\n{FactsReader.End}\n");
}
