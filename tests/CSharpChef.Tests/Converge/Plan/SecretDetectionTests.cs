using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class SecretDetectionTests
{
    private const string Secret = "hunter2_of_ours";
    private readonly SecretTexts secrets = new();

    public SecretDetectionTests() => secrets.Add(Secret);

    public static TheoryData<Type> Kinds => [.. StepSamples.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public void An_action_is_sensitive_when_any_text_of_its_steps_contains_a_secret(Type kind) =>
        Assert.All(
            StepSamples.Containing(kind, Secret).Where(text => text.IsValid),
            text => Assert.True(IsSensitive(new StepResource(new TouchStep("/a"), text.Step)), text.Member));

    [Theory, MemberData(nameof(Kinds))]
    public void The_error_of_an_invalid_step_does_not_contain_a_secret(Type kind) =>
        Assert.All(
            StepSamples.Containing(kind, Secret).Where(text => !text.IsValid),
            text =>
            {
                var error = Assert.Throws<RecipeException>(() => IsSensitive(new StepResource(text.Step)));
                Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
            });

    [Fact]
    public void An_action_is_sensitive_when_the_name_or_a_guard_of_its_resource_contains_a_secret()
    {
        var guarded = new FileResource("/a");
        guarded.OnlyIf($"test {Secret}");

        Assert.True(IsSensitive(guarded));
        Assert.True(IsSensitive(new ExecuteResource($"login {Secret}")));
        Assert.False(IsSensitive(new FileResource("/a")));
    }

    [Fact]
    public void A_secret_is_masked_before_a_shorter_secret_inside_it()
    {
        secrets.Add($"{Secret}-and-more");

        Assert.Equal("a *** b ***", secrets.Masked($"a {Secret}-and-more b {Secret}"));
    }

    private bool IsSensitive(Resource resource) => Planner
        .Plan(new ResourceCollection([resource], secrets), StepResource.NodeOf(FakeNode.Debian12()), [], final: true)
        .Actions.Single().Sensitive;
}
