using System.Text;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Operations;

[WholeSuite]
public sealed class AnswerTests : ServerTests
{
    private const int Layers = 8;

    [Fact]
    public async Task A_short_answer_is_whole()
    {
        await Server.CreateStackAsync();

        await using var answer = await AnswerAsync("DescribeStacks", "{}");

        Assert.Null(answer.Rest);
    }

    [Fact]
    public async Task A_long_answer_has_every_document_in_order_and_keeps_no_reader_meanwhile()
    {
        var (stack, ids) = await CreateLargeLayersAsync();
        var answers = new List<Answer>();
        for (var n = 0; n < 10; n++)
        {
            answers.Add(await AnswerAsync("DescribeLayers", $$"""{"StackId":"{{stack}}"}"""));
        }

        var name = await Server.CallAsync("DescribeStackSummary", new { StackId = stack });

        Assert.Equal("shop", name["StackSummary"]!["Name"]!.GetValue<string>());
        foreach (var answer in answers)
        {
            Assert.InRange(answer.First.Length, 1, 300_000);
            Assert.NotNull(answer.Rest);
            Assert.Equal(ids, Ids(await answer.ReadAllAsync(Ct)));
            await answer.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_long_answer_waits_for_the_place_of_another_and_gets_it_when_that_one_is_given_up()
    {
        var (_, ids) = await CreateLargeLayersAsync();
        using var listings = new Listings(Server.Plane.Store, mostLongAnswers: 1);
        var first = await BeginAsync(listings, ids);

        await using var waiting = await BeginAsync(listings, ids);
        var whole = waiting.ReadAllAsync(Ct);
        Assert.False(whole.IsCompleted);
        await first.DisposeAsync();

        Assert.Equal(ids, Ids(await whole));
    }

    [Fact]
    public async Task Documents_are_answered_in_the_order_of_the_ids_that_were_asked_for()
    {
        var (_, ids) = await CreateLargeLayersAsync();
        var asked = ids.Reverse().Append(ids[0]).ToList();

        var answer = await Server.CallAsync("DescribeLayers", new { LayerIds = asked });

        Assert.Equal(
            asked.Distinct(), answer["Layers"]!.AsArray().Select(layer => layer!["LayerId"]!.GetValue<string>()));
    }

    [Fact, WholeSuite]
    public async Task A_document_that_is_removed_while_the_answer_is_written_is_left_out()
    {
        var (stack, ids) = await CreateLargeLayersAsync();
        await using var answer = await AnswerAsync("DescribeLayers", $$"""{"StackId":"{{stack}}"}""");

        await Server.CallAsync("DeleteLayer", new { LayerId = ids[^1] });

        Assert.Equal(ids[..^1], Ids(await answer.ReadAllAsync(Ct)));
    }

    private async Task<(string Stack, string[] Ids)> CreateLargeLayersAsync()
    {
        var stack = await Server.CreateStackAsync();
        var ids = new List<string>();
        for (var n = 0; n < Layers; n++)
        {
            var layer = await Server.CallAsync("CreateLayer", new
            {
                StackId = stack,
                Type = "custom",
                Name = $"Layer {n}",
                Shortname = $"layer{n}",
                CustomJson = $$"""{"a":"{{new string('a', 100_000)}}"}""",
            });
            ids.Add(layer["LayerId"]!.GetValue<string>());
        }

        return (stack, [.. ids]);
    }

    private static Task<Answer> BeginAsync(Listings listings, IReadOnlyList<string> ids) =>
        Answer.BeginAsync(new DescribeLayers.Response(listings.ReadAsync<Layer>(ids, ct: Ct)), Ct);

    private Task<Answer> AnswerAsync(string operation, string body) => Server.Plane.AnswerAsync(
        $"OpsWorks_20130218.{operation}", Encoding.UTF8.GetBytes(body), Server.Admin, Ct);

    private static IEnumerable<string> Ids(byte[] answer) => JsonNode.Parse(answer)!["Layers"]!.AsArray()
        .Select(layer => layer!["LayerId"]!.GetValue<string>());
}
