using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Fleet;

namespace CSharpChef.Tests.Cli.Options;

public sealed class RolloutOptionsTests
{
    [Fact]
    public void All_rollout_options_are_read() => Assert.Equal(
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
    [InlineData("--batch 0", "--batch 0: a batch has at least one machine")]
    [InlineData("--batch 0%", "--batch 0%: a batch has at least one machine")]
    [InlineData("--max-failures 101%", "--max-failures 101%: write a number of hosts")]
    [InlineData("--pause 5m", "--pause is the time between batches: use it with --batch")]
    [InlineData("--batch 1 --pause soon", "--pause soon: write a duration such as 10s, 2m or 1h")]
    [InlineData("--time-limit 0", "--time-limit 0: write a duration above zero, such as 10m")]
    [InlineData("--time-limit 1e9", "--time-limit 1e9: write a duration such as 10s, 2m or 1h")]
    [InlineData("--time-limit 5d", "--time-limit 5d: write a duration such as 10s, 2m or 1h")]
    [InlineData("--time-limit 999999999h", "--time-limit 999999999h: write a duration such as 10s, 2m or 1h")]
    public void An_invalid_rollout_option_is_refused_with_a_message(string line, string message)
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
