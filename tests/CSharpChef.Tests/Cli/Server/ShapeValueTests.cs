using System.Text.Json.Nodes;
using CSharpChef.Cli.Nouns.Requests;
using CSharpChef.Client.Calls;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>Values of the API as they are typed.</summary>
public sealed class ShapeValueTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("csharpchef-values-");

    [Theory]
    [InlineData("CreateStack", "CustomJson", """{"a":1}""", "\"{\\\"a\\\":1}\"")]
    [InlineData("CreateStack", "CustomCookbooksSource", "type=git,url=https://x/a,b", """{"Type":"git","Url":"https://x/a,b"}""")]
    [InlineData("CreateStack", "CustomCookbooksSource", """{"Type":"git"}""", """{"Type":"git"}""")]
    [InlineData("CreateStack", "ChefConfiguration", "manage-berkshelf=true", """{"ManageBerkshelf":true}""")]
    [InlineData("CreateStack", "DefaultRootDeviceType", "ebs", "\"ebs\"")]
    [InlineData("CreateLayer", "Packages", "git,curl", """["git","curl"]""")]
    [InlineData("CreateLayer", "Packages", """["git"]""", """["git"]""")]
    [InlineData("CreateLayer", "Packages", "", "[]")]
    [InlineData("CreateLayer", "VolumeConfigurations", "MountPoint=/srv,Size=10,Encrypted=true", """[{"MountPoint":"/srv","Size":10,"Encrypted":true}]""")]
    [InlineData("CreateApp", "Environment", "Key=A,Value=b=c,d", """[{"Key":"A","Value":"b=c,d"}]""")]
    [InlineData("CreateDeployment", "Command", "deploy", """{"Name":"deploy"}""")]
    [InlineData("TagResource", "Tags", "team=a, b", """{"team":"a, b"}""")]
    [InlineData("TagResource", "Tags", """{"team":"a"}""", """{"team":"a"}""")]
    [InlineData("SetRetention", "ActivityDays", "30", "30")]
    [InlineData("SetUserRole", "Role", "admin", "\"admin\"")]
    public void A_text_becomes_what_the_member_is(string operation, string member, string text, string json)
    {
        var value = Value(operation, member, text);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), value), value.ToJsonString());
    }

    [Fact]
    public void What_is_given_again_is_added()
    {
        Assert.Equal("""["git","curl"]""", Value("CreateLayer", "Packages", "git", "curl").ToJsonString());
        Assert.Equal("""{"a":"1","b":"2"}""", Value("TagResource", "Tags", "a=1", "b=2").ToJsonString());
        Assert.Equal(
            """{"Name":"deploy","Args":{"migrate":["true"]}}""",
            Value("CreateDeployment", "Command", "Name=deploy,Args=migrate=true").ToJsonString());
    }

    [Theory]
    [InlineData("CreateStack", "DefaultRootDeviceType", "disk", "--it is one of ebs, instance-store, and not disk")]
    [InlineData("SetRetention", "ActivityDays", "many", "--it is a whole number, and not many")]
    [InlineData("TagResource", "Tags", "team", "--it is written key=value, and not team")]
    [InlineData("CreateStack", "CustomCookbooksSource", "sort=git", "--it has no sort: known are Type, Url")]
    [InlineData("CreateStack", "CustomCookbooksSource", "{", "--it is no JSON that can be read")]
    [InlineData("CreateStack", "CustomCookbooksSource", "password=hush", "--it.password is a secret")]
    [InlineData("CreateStack", "CustomCookbooksSource", """{"Password":"hush"}""", "--it holds a secret")]
    [InlineData("UpdateRdsDbInstance", "DbPassword", "hush", "--it is a secret")]
    [InlineData("CreateApp", "Environment", "Key=A,Value=hush,Secure=true", "--it has a secure value")]
    [InlineData("CreateApp", "Environment", "key=A,value=hush,secure=true", "--it has a secure value")]
    [InlineData("CreateApp", "Environment", """[{"Key":"A","Value":"hush","Secure":true}]""", "--it holds a secret")]
    [InlineData("UpdateRdsDbInstance", "DbPassword", "@/no/such/file", "@/no/such/file cannot be read")]
    public void What_cannot_be_is_told_with_the_option(string operation, string member, string text, string told)
    {
        var wrong = Assert.Throws<UsageException>(() => Value(operation, member, text));

        Assert.StartsWith(told, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hush\n", "hush")]
    [InlineData("-----BEGIN KEY-----\na\n", "-----BEGIN KEY-----\na\n")]
    public void A_secret_comes_from_a_file_without_the_end_of_its_only_line(string text, string value)
    {
        var file = Path.Combine(folder.FullName, "secret");
        File.WriteAllText(file, text);

        Assert.Equal(value, Value("UpdateRdsDbInstance", "DbPassword", $"@{file}").GetValue<string>());
        Assert.Equal(
            value, Value("CreateStack", "CustomCookbooksSource", $"password=@{file}")["Password"]!.GetValue<string>());
    }

    [Fact]
    public void Two_at_signs_begin_a_text_with_one() =>
        Assert.Equal("@home", Value("CreateApp", "Description", "@@home").GetValue<string>());

    public void Dispose() => folder.Delete(recursive: true);

    private static JsonNode Value(string operation, string member, params string[] texts) =>
        new ShapeValue("--it").Of(ApiTargets.Find(operation).Input.Find(member)!.Shape, texts);
}
