using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class CommandStepFake
{
    public static void Run(CommandStep step, StepRun run)
    {
        if (step.Creates is { } path && run.Machine.Files.Find(Absolute(path, step.Cwd), follow: false) is not null)
        {
            return;
        }

        var obstacle = Surroundings.Obstacle(run, step.Cwd);
        run.Require(obstacle is null, obstacle ?? "");
        run.Change(CommandStep.Run, () => { });
        if (!run.Planning)
        {
            Command(step, run);
        }
    }

    private static void Command(CommandStep step, StepRun run)
    {
        var name = step.Interpreter is null ? step.Code : step.Name;
        var answer = step.Interpreter is null
            ? run.Machine.Commands.Run("command", step.Code, step.Code, step.Name)
            : run.Machine.Commands.Run("script", null, step.Name, step.Code);
        run.Machine.Commands.Ran.Add(name);
        run.Output = answer.Output.Length == 0 ? null : answer.Output;
        if (!step.Returns.Contains(answer.ExitCode))
        {
            var shownName = run.Action.Sensitive ? "the command" : name;
            throw new StepFailure($"{shownName} ended with exit code {answer.ExitCode}")
            {
                ExitCode = answer.ExitCode,
                Output = answer.Output
            };
        }
    }

    private static string Absolute(string path, string cwd) =>
        path.StartsWith('/') ? path : $"{cwd.TrimEnd('/')}/{path}";
}
