using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Converge;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Secrets;
using CSharpChef.Converge.Targets;

namespace CSharpChef.Cli.Verbs.Show;

/// <summary>The stages up to the plan of each machine, which the verbs under show that need recipes share.</summary>
internal static class ShowAction
{
    /// <param name="name">The verb.</param>
    /// <param name="description">The help text.</param>
    /// <param name="print">Prints the result for one machine; the last argument is true for JSON.</param>
    public static Command Create(string name, string description, Action<Shown, bool> print)
    {
        var (targets, cookbooks, output) = (new TargetOptions(), new CookbookOptions(), new OutputOptions());
        var command = new Command(name, description);
        targets.AddTo(command);
        cookbooks.AddTo(command);
        output.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            var hosts = await targets.TargetsAsync(parsed, ct);
            await cookbooks.PrepareAsync(parsed, hosts, ct);
            var request = new RunRequest(cookbooks.RunList(parsed), cookbooks.Recipes(parsed))
            {
                Mode = ConvergeMode.Plan,
                Attributes = await cookbooks.AttributesAsync(parsed, ct),
                AnyPlatform = cookbooks.AnyPlatform(parsed),
                Evaluation = new EvaluationOptions { Nodes = await targets.NodesAsync(parsed, hosts, ct) },
                Answers = cookbooks.Answers(parsed),
            };
            foreach (var target in hosts)
            {
                await using var link = new RealNodeSession(target, targets.Session(parsed), ConvergeMode.Plan, ct);
                print(await ShowAsync(request, target, link, ct), output.Json(parsed));
            }

            return 0;
        });
        return command;
    }

    private static async Task<Shown> ShowAsync(
        RunRequest request, Target target, RealNodeSession link, CancellationToken ct)
    {
        var node = request.NodeOf(
            target, await SlowNote.OfConsole().WhileAsync($"Asking {target.Name} for facts", link.FactsAsync(ct)));
        PlatformCheck.Require(request, target, node);
        var runList = request.RunListOf(target);
        await using var evaluation = await SlowNote.OfConsole().WhileAsync(
            $"Compiling {string.Join(", ", runList)}",
            Task.Run(() => Evaluation.Start(runList, request.Recipes, node, request.Evaluation), ct));
        var pause = await request.Answers.NextAsync(evaluation, ct);
        while (pause is Pause.Question question)
        {
            await AnswerAsync(evaluation, question, link, ct);
            pause = await request.Answers.NextAsync(evaluation, ct);
        }

        var resources = pause is Pause.Barrier barrier ? barrier.Resources : ((Pause.Finished)pause).Resources;
        var plan = Planner.Plan(resources, node, [], pause is Pause.Finished);
        if (pause is Pause.Barrier)
        {
            await Console.Error.WriteLineAsync(
                "Stopped at the first `await Converge();`: what follows depends on its results.");
        }

        return new Shown(node, resources, plan);
    }

    private static async Task AnswerAsync(
        Evaluation evaluation, Pause.Question question, RealNodeSession link, CancellationToken ct)
    {
        try
        {
            evaluation.Answer(await link.QueryAsync(question.Command, ct));
        }
        catch (ConvergeException e)
        {
            evaluation.Fail(question.Failure(e));
        }
        catch (ConnectionException e)
        {
            throw MaskedError.Of(e, evaluation.Secrets);
        }
    }
}

/// <summary>The products of a run before it renders the program.</summary>
internal sealed record Shown(Node Node, ResourceCollection Resources, ConvergePlan Plan);
