//! English words that readers use for one another, whatever a dataset is about: a small thesaurus of everyday and political English.
//! What a dataset calls its own things belongs into its data (`search_words`), not here.

use super::words::stem;

/// One group a line.
const GROUPS: &str = "\
join enter accede accession admission member membership belong
leave quit withdraw withdrawal exit evict expel
troop soldier force army military
help aid assist assistance support relief
money fund funding finance budget cost spending
weapon arms ammunition munition
drug narcotic heroin opium
sick illness disease health medical medicine addiction
crime criminal smuggling trafficking
terrorism terrorist extremism extremist militant
massacre killing crackdown shooting violence bloodshed
condemn condemnation criticise criticism denounce blame
danger threat risk menace
border frontier boundary
oil gas petroleum
train training exercise drill course
school education academy teach
freedom liberty
oversight control supervision supervise
stereotype misperception prejudice cliche image perception
strength advantage better strong benefit
weakness problem difficulty difficult challenge obstacle
start begin launch establish create
end stop finish halt suspend suspension
close shut closure
agree agreement deal treaty accord
promise commit commitment pledge
talk dialogue negotiation negotiate consult consultation discuss
meeting summit conference gathering
leader president head chief
envoy representative ambassador delegate
rail railway railroad
road route path corridor
aircraft plane flight fly overflight
airport airfield airbase
supply logistics logistical deliver delivery transport transit ship shipment
reform modernise modernisation change transform restructure
goal aim objective purpose
belief believe think opinion view attitude stance
government regime ruler authority
corruption corrupt bribery
disaster emergency earthquake flood catastrophe
science scientific research
internet online computer
journalist media press newspaper
daily everyday day
invite invitation offer
success achievement achieve
part section chapter head structure outline
influence impact effect
send contribute contribution deploy
reject refuse refusal decline deny
enemy adversary foe hostile
ally friend partner
soviet ussr communist
measure gauge assess assessment evaluate
spread promote extend pass
doubt question sceptical criticise
fear worry concern anxious
protect defend guard secure
equipment gear material
destroy dispose disposal dismantle
neighbour neighbouring adjacent
influence power sway
compete competition rivalry rival
cooperate cooperation collaborate collaboration work
trust confidence
rule principle norm
law legal legislation
vote election electoral
protest demonstration uprising revolt unrest
reaction response respond react
invest investigation investigate inquiry probe
poor poverty development
visit trip travel
hinder hamper prevent block obstruct
";

/// The groups, as stems.
pub(super) struct Thesaurus(Vec<Vec<String>>);

impl Thesaurus {
    pub(super) fn new() -> Self {
        let group = |line: &str| line.split(' ').map(stem).collect();
        Self(GROUPS.lines().map(group).collect())
    }

    /// Stems that stand for a word's, its own left out; in the order of the groups.
    pub(super) fn alike<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = &'a str> {
        let groups = self.0.iter().filter(move |group| group.iter().any(|own| own == stem));
        groups.flatten().map(String::as_str).filter(move |other| *other != stem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_others_of_its_groups_and_not_itself() {
        let thesaurus = Thesaurus::new();
        let join = stem("joining");
        let alike: Vec<&str> = thesaurus.alike(&join).collect();
        assert!(alike.contains(&stem("membership").as_str()) && !alike.contains(&join.as_str()));
        assert_eq!(thesaurus.alike("zeppelin").count(), 0);
    }
}
