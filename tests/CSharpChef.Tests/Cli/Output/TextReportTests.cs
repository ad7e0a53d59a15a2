using CSharpChef.Cli.Output;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Cli.Output;

public sealed class TextReportTests
{
    private static readonly ResourceReport Changed = new("file[/a]", ResultStatus.Changed, "a.csx:1:1");

    [Fact]
    public void A_host_whose_recipes_failed_at_once_is_not_evaluated() =>
        Assert.Contains("web1: not evaluated  0.3 s", Printed(new HostReport("web1", HostStatus.Failed, [])
        {
            Error = new RecipeException("a.csx:1:1: no"),
            IsEvaluated = false,
            Seconds = 0.3,
        }));

    [Fact]
    public void A_host_that_failed_behind_a_barrier_counts_what_ran_and_says_that_the_rest_is_not_evaluated() =>
        Assert.Contains(
            "web1: 1 changed, 0 unchanged, 0 skipped, 0 failed, the rest not evaluated",
            Printed(new HostReport("web1", HostStatus.Failed, [Changed])
            {
                Error = new RecipeException("a.csx:2:1: no"),
                IsEvaluated = false,
            }));

    [Fact]
    public void A_plan_that_ended_at_a_query_says_why_and_that_the_rest_is_not_evaluated()
    {
        var printed = Printed(new HostReport("web1", HostStatus.Ok, [Changed])
        {
            UnaskedQuery = "a.csx:3:21: cannot be asked yet: exit code 127; file[/a] would change before it",
            IsEvaluated = false,
        });

        Assert.Contains(
            "web1  a.csx:3:21: cannot be asked yet: exit code 127; file[/a] would change before it", printed);
        Assert.Contains("0 failed, the rest not evaluated", printed);
    }

    [Fact]
    public void A_host_that_another_run_uses_is_not_run() =>
        Assert.Contains("web1: not run", Printed(new HostReport("web1", HostStatus.Failed, [])
        {
            Error = new ConvergeException("another run is active"),
        }));

    private static string Printed(HostReport host)
    {
        var output = new StringWriter();
        new TextReport(output, verbose: false, ConvergeMode.Converge).Write(new ConvergeReport([host]));
        return output.ToString();
    }
}
