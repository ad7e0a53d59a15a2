using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Client.Apply;
using CSharpChef.Client.Differences;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef apply</c></summary>
internal static class ApplyVerb
{
    public static Command Create()
    {
        var (stack, output) = (new StackFileOptions(required: true), new OutputOptions());
        var yes = new Option<bool>("--yes", "-y") { Description = "Apply without asking." };
        var command = new Command("apply", """
            Change a server's stacks to match a file.
            Shows the differences and asks first. What the file does not name stays.

            Examples:
              csharpchef plan -f stack.csx
              csharpchef apply -f stack.csx
              csharpchef apply -f stack.csx --prune --yes
              csharpchef stack export shop > stack.csx
            """);
        stack.AddTo(command);
        command.Options.Add(yes);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            using var api = stack.Client(parsed);
            var plan = await stack.PlanAsync(parsed, api.CallAsync, ct);
            plan.Check();
            return await ApplyAsync(plan, parsed.GetValue(yes), output.Json(parsed), ct);
        });
        return command;
    }

    private static async Task<int> ApplyAsync(StackPlan plan, bool yes, bool json, CancellationToken ct)
    {
        if (!plan.WouldChange)
        {
            DifferenceOutput.Write(json, plan.Differences, "unchanged", DifferenceText.Of);
            return 0;
        }

        if (!yes)
        {
            CheckMayAsk(json);
            DifferenceOutput.Write(json, plan.Differences, "", DifferenceText.Of);
            if (!Ask.Confirm("Apply"))
            {
                Console.Error.WriteLine("nothing was changed");
                return 1;
            }
        }

        await plan.ApplyAsync(change => WriteChange(change, json || !yes), ct);
        DifferenceOutput.Write(json, plan.Differences, "applied", DifferenceText.Done);
        return 0;
    }

    // The question already showed all changes.
    private static void WriteChange(PartChange change, bool silent)
    {
        if (!silent)
        {
            Console.Out.WriteLine(DifferenceText.Line(change));
        }
    }

    private static void CheckMayAsk(bool json)
    {
        if (json || Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            throw new UsageException(
                "apply asks before it changes anything, and cannot ask here: look at csharpchef plan -f, then add --yes");
        }
    }
}
