using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Text;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>
/// Whatever the members of a request are, it is answered or refused, and the store has visible text only.
/// </summary>
public sealed class HostileRequestTests
{
    private static readonly string[] MultilineMembers =
    [
        "Certificate", "Chain", "Comment", "CustomJson", "Document", "IdentityDocument", "IdentitySignature", "PrivateKey", "RsaPublicKey",
        "Signature", "SshKey", "SshPublicKey", "Value",
    ];

    public static TheoryData<string> Operations => [.. OperationCatalog.All.Select(operation => operation.Target)];

    [Fact]
    public void Texts_of_several_lines_are_comments_JSON_keys_certificates_secrets_and_signed_documents() =>
        Assert.Empty(OperationCatalog.All.SelectMany(operation => Multiline(operation.Input)).Except(MultilineMembers));

    [Fact, WholeSuite]
    public void A_hidden_character_in_any_text_of_any_operation_is_refused()
    {
        foreach (var operation in OperationCatalog.All)
        {
            var usual = HostileRequests.Usual(operation.Input).AsObject();
            foreach (var request in HostileRequests.WithTexts(usual, operation.Input, HostileRequests.Hidden))
            {
                var body = Encoding.UTF8.GetBytes(request.ToJsonString());
                Assert.Equal("ValidationException", Assert.Throws<OperationException>(() => operation.Read(body)).Code);
            }
        }
    }

    [Theory]
    [WholeSuite]
    [MemberData(nameof(Operations))]
    public async Task A_request_with_a_hostile_member_is_answered_or_refused_and_stores_only_visible_text(string target)
    {
        await using var server = await TestPlane.StartAsync();
        var sample = await SampleStack.CreateAsync(server);
        var operation = OperationCatalog.Get(target);

        foreach (var body in sample.RequestsOf(operation)
            .SelectMany(request => HostileRequests.Bodies(request, operation.Input)))
        {
            await CallAsync(server, target, body);
        }

        foreach (var body in await BodiesAsync(server))
        {
            RequireVisible(JsonNode.Parse(body)!, "");
        }
    }

    private static async Task CallAsync(TestPlane server, string target, string body)
    {
        try
        {
            await server.CallAsync(target, body);
        }
        catch (OperationException refusal)
        {
            Assert.NotEqual("ServiceUnavailableException", refusal.Code);
            Assert.Null(HiddenCharacters.Find(refusal.Message, isMultiline: false));
        }
    }

    private static Task<IReadOnlyList<string>> BodiesAsync(TestPlane server) => server.Plane.Store.ReadAsync(
        session => session.QueryAsync<string>("select body from document union all select body from activity", new { }), TestContext.Current.CancellationToken);

    private static void RequireVisible(JsonNode node, string member)
    {
        switch (node)
        {
            case JsonObject structure:
                Assert.All(structure, pair => Assert.Null(HiddenCharacters.Find(pair.Key, isMultiline: false)));
                foreach (var (name, value) in structure.Where(pair => pair.Value is not null))
                {
                    RequireVisible(value!, name);
                }

                break;
            case JsonArray list:
                list.ToList().ForEach(item => RequireVisible(item!, member));
                break;
            default:
                Assert.True(
                    node.GetValueKind() != JsonValueKind.String
                        || HiddenCharacters.Find(node.GetValue<string>(), MultilineMembers.Contains(member)) is null,
                    $"{member} is {node.ToJsonString()}");
                break;
        }
    }

    private static IEnumerable<string> Multiline(Shape shape) => shape switch
    {
        StructureShape structure => structure.Members.SelectMany(
            member => member.Shape is TextShape { IsMultiline: true } ? [member.Name] : Multiline(member.Shape)),
        ListShape list => Multiline(list.Item),
        MapShape map => Multiline(map.Value),
        _ => [],
    };
}
