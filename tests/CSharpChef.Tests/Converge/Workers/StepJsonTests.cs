using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Workers.Protocol.Json;
using CSharpChef.Recipes.Steps;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Workers;

public sealed class StepJsonTests
{
    public static TheoryData<string> Kinds => [.. StepSamples.Kinds.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_step_of_every_kind_crosses_the_pipe_unchanged(string kind)
    {
        foreach (var step in StepSamples.All.Where(step => step.GetType().Name == kind))
        {
            var (text, received) = Cross(step);

            Assert.Equal(step.GetType(), received.GetType());
            Assert.Equal(text, Cross(received).Text);
            Assert.Equal(step.Texts, received.Texts);
            Assert.Equal(step.Subject, received.Subject);
            Assert.Equal((step as FileStep)?.Content?.Sha256, (received as FileStep)?.Content?.Sha256);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_line_of_a_step_has_all_of_its_members(string kind)
    {
        var step = StepSamples.All.Last(step => step.GetType().Name == kind);

        var members = JsonNode.Parse(Cross(step).Text)!.AsObject().Select(member => member.Key);

        Assert.Equal(
            step.GetType().GetProperties().Where(property => property.CanWrite)
                .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Append("step").Order(),
            members.Order());
    }

    private static (string Text, Step Received) Cross(Step step)
    {
        var contents = new ReceivedContents();
        var sender = WorkerJson.OptionsFor(new SentContents(contents.Add));
        var text = Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(step, sender.GetTypeInfo(typeof(Step))));
        return (text, (Step)JsonSerializer.Deserialize(
            text, WorkerJson.OptionsFor(contents).GetTypeInfo(typeof(Step)))!);
    }
}
