using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Fleet;

namespace CSharpChef.Tests.Cli.Options;

public sealed class RolloutOptionsTests
{
    [Fact]
    public void All_of_them_are_read() => Assert.Equal(
        new FleetOptions
        {
            Forks = 7,
            Batch = new HostCount(10, IsShare: true),
            MaxFailures = new HostCount(2, IsShare: false),
            Pause = TimeSpan.FromMinutes(1),
            FailFast = true,
            TimeLimit = TimeSpan.FromHours(1.5),
        },
        Of("--batch 10% --max-failures 2 --pause 1m --fail-fast --time-limit 1.5h"));

    [Theory]
    [InlineData("--batch 0", "--batch 0: a batch has one machine at least")]
    [InlineData("--batch 0%", "--batch 0%: a batch has one machine at least")]
    [InlineData("--max-failures 101%", "--max-failures 101%: give a number of hosts")]
    [InlineData("--pause 5m", "--pause is the time between batches: give --batch too")]
    [InlineData("--batch 1 --pause soon", "--pause soon: write it like 10s, 2m or 1h")]
    [InlineData("--time-limit 0", "--time-limit 0: give some time, like 10m")]
    [InlineData("--time-limit 1e9", "--time-limit 1e9: write it like 10s, 2m or 1h")]
    [InlineData("--time-limit 5d", "--time-limit 5d: write it like 10s, 2m or 1h")]
    [InlineData("--time-limit 999999999h", "--time-limit 999999999h: write it like 10s, 2m or 1h")]
    public void What_makes_no_sense_is_refused(string line, string message)
    {
        var error = Assert.Throws<UsageException>(() => Of(line));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static FleetOptions Of(string line)
    {
        var (options, command) = (new RolloutOptions(), new Command("converge"));
        options.AddTo(command);
        return options.Of(command.Parse(line), forks: line.Contains("fail-fast", StringComparison.Ordinal) ? 7 : null);
    }
}
