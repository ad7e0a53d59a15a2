using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Retention;
using CSharpChef.Stacks.Stacks;
using LayerRecipes = CSharpChef.Stacks.Layers.Recipes;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>Settings list their members by hand when they are merged: none may be forgotten.</summary>
public sealed class SettingsMergeTests
{
    private static readonly Type[] Settings =
    [
        typeof(AppSettings),
        typeof(InstanceSettings),
        typeof(LayerSettings),
        typeof(LayerRecipes),
        typeof(RetentionSettings),
        typeof(StackSettings),
        typeof(Thresholds),
        typeof(WeeklySchedule),
    ];

    public static TheoryData<string, string> Members =>
        [.. from type in Settings from member in ShapeReader.Structure(type).Members select (type.Name, member.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_sent_member_becomes_the_stored_one(string settings, string member)
    {
        var sent = With(settings, member);

        Assert.Equal(Text(sent, member), Text(Merge(sent, stored: With(settings, null)), member));
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_stored_member_stays_when_it_is_not_sent(string settings, string member)
    {
        var stored = With(settings, member);

        Assert.Equal(Text(stored, member), Text(Merge(With(settings, null), stored), member));
    }

    private static object Merge(object sent, object stored) =>
        sent.GetType().GetMethod(nameof(StackSettings.MergeInto))!.Invoke(sent, [stored])!;

    private static string Text(object settings, string member) =>
        JsonSerializer.SerializeToNode(settings, ApiJson.Options)![member]!.ToJsonString();

    private static object With(string settings, string? member)
    {
        var type = Settings.Single(type => type.Name == settings);
        var body = new JsonObject();
        if (member is not null)
        {
            body[member] = Sample(ShapeReader.Structure(type).Find(member)!.Shape);
        }

        return body.Deserialize(type, ApiJson.Options)!;
    }

    private static JsonNode Sample(Shape shape) => shape switch
    {
        TextShape { Words: [var word, ..] } => word,
        TextShape => "x",
        NumberShape => 7,
        FlagShape => true,
        ListShape list => new JsonArray(Sample(list.Item)),
        MapShape map => new JsonObject { [map.Keys is [var key, ..] ? key : "x"] = Sample(map.Value) },
        StructureShape structure => new JsonObject(structure.Members.Select(
            member => KeyValuePair.Create<string, JsonNode?>(member.Name, Sample(member.Shape)))),
        _ => throw new InvalidOperationException($"no sample of {shape}"),
    };
}
