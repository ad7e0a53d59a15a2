using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

internal static class UserExistsStepFake
{
    public static void Run(UserExistsStep step, StepRun run) =>
        run.Require(
            run.Machine.Accounts.User(step.Name) is not null,
            $"user {step.Name} does not exist: declare User(\"{step.Name}\") before");
}
