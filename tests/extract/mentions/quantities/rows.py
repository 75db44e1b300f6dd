"""Marked sentences: each `<q ...>` is a quantity with what the finder and the resolver must say of it.

Attributes: key (default `people`), low, high, best, bound, unit, whom. `-` stands for None. A row lists every quantity of
its sentence, so that unmarked words must not be found.
"""

from __future__ import annotations

FIGURES = [
    "Gunmen killed <q low=12 high=12 best=12 bound=exact unit=person>12 people</q> in the market.",
    "The rebels freed <q low=2000 high=2000 unit=prisoner>2,000 prisoners</q> that night.",
    "At the camp <q low=12000 unit=refugee>12,000 refugees</q> were counted.",
    "<q low=25 unit=soldier>Twenty-five soldiers</q> died in the ambush.",
    "A landslide buried <q low=206 unit=villager>two hundred and six villagers</q>.",
    "The war displaced <q low=1500000 unit=person>1.5 million people</q>.",
    "They shot <q low=1 high=1 unit=guard>one guard</q> at the gate.",
    "<q low=12 high=12 unit=militiaman>A dozen militiamen</q> surrendered.",
    "<q low=6 high=6 unit=villager>Half a dozen villagers</q> were abducted.",
    "The war has killed <q low=500000 high=500000 unit=person>half a million people</q>.",
    "<q low=2500000 high=2500000 unit=person>Two and a half million people</q> fled.",
    "<q low=1500000 high=1500000 unit=person>A million and a half people</q> fled.",
    "The patrol arrested <q low=24 unit=suspect>two dozen suspects</q>.",
    "<q low=2 high=2 unit=man>Both men</q> were released.",
    "The police detained <q low=2 high=2 unit=student>a couple of students</q>.",
    "<q low=100 unit=worker>A hundred workers</q> were evacuated.",
    "The court sentenced <q low=3 whom='senior army officers' unit=officer>three senior army officers</q> to death.",
    "<q low=40 whom='suspected Islamic State fighters' unit=fighter>40 suspected Islamic State fighters</q> escaped.",
]

BOUNDS = [
    "They freed <q low=501 high=- best=500 bound=more-than>more than 500 prisoners</q>.",
    "<q low=201 high=- best=200 bound=more-than>Over 200 inmates</q> fled.",
    "<q low=900 high=- best=900 bound=at-least>At least 900 detainees</q> broke out.",
    "<q low=- high=40 best=40 bound=at-most>Up to 40 fighters</q> were killed.",
    "<q low=- high=40 best=40 bound=at-most>As many as 40 fighters</q> were killed.",
    "<q low=7 high=- bound=at-least>No fewer than seven guards</q> were wounded.",
    "<q low=- high=49 best=50 bound=less-than>Fewer than 50 people</q> were hurt.",
    "<q low=1800 high=2000 best=2000 bound=about>Nearly 2,000 protesters</q> were arrested.",
    "<q low=1800 high=2000 bound=about>Almost 2,000 protesters</q> were arrested.",
    "<q low=1800 high=2200 best=2000 bound=about>Some 2,000 demonstrators</q> gathered at the gate.",
    "<q low=90 high=110 best=100 bound=about>About 100 villagers</q> were taken hostage.",
    "<q low=270 high=330 bound=about>Approximately 300 recruits</q> deserted.",
    "<q low=27 high=33 bound=about>Around 30 civilians</q> died.",
    "<q low=12 high=- bound=at-least>Twelve or more people</q> were killed.",
    "<q low=10 high=15 best=- bound=range>10 to 15 gunmen</q> stormed the post.",
    "<q low=10 high=15 bound=range>Between 10 and 15 gunmen</q> stormed the post.",
    "<q low=10 high=15 bound=range>10-15 gunmen</q> stormed the post.",
    "<q low=12 high=13 bound=range>12 or 13 civilians</q> were killed.",
    "<q low=3 high=4 bound=range>Three or four soldiers</q> were wounded.",
    # the outer bound holds, the inner number is what it bounds
    "<q low=25 high=- best=24 bound=more-than>More than two dozen people</q> were wounded.",
    "<q low=22 high=26 bound=about>Some two dozen people</q> were wounded.",
]

VAGUE = [
    "<q low=200 high=- best=- bound=vague unit=person>Hundreds of people</q> fled the town.",
    "<q low=24 high=- best=- bound=vague>Dozens of prisoners</q> escaped.",
    "<q low=40 high=- bound=vague>Scores of civilians</q> were killed.",
    "<q low=20000 high=- bound=vague>Tens of thousands of people</q> were displaced.",
    "<q low=3 high=- best=- bound=vague unit=child>Several children</q> were wounded.",
    "<q low=3 high=6 bound=vague unit=journalist>A handful of journalists</q> were detained.",
    "<q low=2 high=- bound=vague unit=doctor>A number of doctors</q> were arrested.",
    "<q low=2 high=- bound=vague unit=resident>Many residents</q> were killed.",
    "<q low=300 high=- bound=vague>Several hundred rebels</q> surrendered.",
    "<q low=24 high=- bound=vague>A few dozen fighters</q> escaped.",
    "<q low=2000 high=- bound=vague unit=worker>Thousands of workers</q> were evacuated.",
]

ELIDED = [
    "The bomb killed <q>12 people</q> and wounded <q key=people;bare low=30 unit=person whom=''>30</q>.",
    "The death toll rose to <q key=people;bare low=31>31</q>.",
    "The number of dead stood at <q key=people;bare low=45>45</q>.",
    "An attack left <q key=people;bare low=12 unit=person>12 dead</q> and <q key=people;bare low=30>30 wounded</q>.",
    "<q key=people;bare low=15>Fifteen killed</q>, <q key=people;bare low=20>20 wounded</q> in twin blasts",
    "Police arrested <q low=5>five men</q> and killed <q key=people;more;bare low=3 unit=person>three others</q>.",
    "The strike killed <q low=4>four civilians</q> and hurt <q key=people;more;bare low=10>10 more</q>.",
    "Of the hostages <q key=people;bare low=2>two</q> were executed.",
    "<q low=1800 high=2200>Some 2,000 men</q> marched and <q key=people;bare low=270 high=300>nearly 300</q> were detained.",
    "The attack killed <q key=people;bare low=21 best=20>more than 20</q>.",
    "<q key=people;bare low=200 high=- best=->Hundreds</q> were arrested.",
    "The number of victims is <q key=people;bare low=59>59</q>.",
    "The toll of <q>20 deaths</q> and <q unit=injury>15 injuries</q> was confirmed.",
]

PARTS = [
    "<q low=12>Twelve people</q>, including <q key=people;part low=3 unit=child>three children</q> and "
    "<q key=people;part;singular low=1 unit=policeman>a policeman</q>, were killed.",
    "<q low=4>Four soldiers</q> were killed, <q key=people;part;bare low=2>two of whom</q> were conscripts.",
    "They seized <q low=15>15 hostages</q>, <q key=people;part low=5 unit=woman>five of them women</q>.",
    "The raid killed <q low=4>four civilians</q>, among them <q key=people;part low=2>two children</q>.",
    "The rebels released <q low=12 unit=soldier>12 of the 40 soldiers</q>.",
    "<q key=percent low=30 unit=percent>30 percent</q> of the <q key=people;whole low=120>120 detainees</q> were minors.",
    "<q low=9>Nine people</q>: <q key=people;part low=6>six civilians</q> and <q key=people;part low=3>three fighters</q>, "
    "were killed.",
    "<q low=7>Seven people</q> were shot, <q key=people;bare;part low=5>five</q> fatally.",
    "Of the <q key=things;whole low=288 unit=attack>288 attacks</q>, only <q key=things;part;bare low=22>22</q> "
    "were in the north.",
    # a second victim that is no part of the first count
    "The bomb killed <q low=2>two men</q> and wounded <q low=7>seven women</q>.",
]

SINGLE = [
    "A sniper's bullet killed <q key=people;singular low=1 high=1 unit=policeman whom=policeman>a policeman</q>.",
    "The mine wounded <q key=people;singular low=1 unit=woman whom='elderly woman'>an elderly woman</q>.",
    "The mob lynched <q key=people;singular low=1 unit=soldier>another soldier</q>.",
    "Police arrested <q key=people;singular low=1>a 34-year-old man</q>.",
    "<q key=people;family low=5 high=5>A family of five</q> was killed in the shelling.",
    "<q key=people;couple low=2 high=2>A couple</q> was wounded.",
    "<q key=people;singular unit=person>An 18-year-old</q> was shot in the leg.",
    "There was <q key=people;singular unit=child>a child</q> among the victims.",
    # what somebody is called is no count
    "He was a soldier.",
    "Hassan, a teacher, worked as a driver.",
    "The house of the victim is a ruin.",
    "A spokesman said the road was closed.",
]

ZERO = [
    "<q key=people;zero low=0 high=0 best=0 unit=person>No one</q> was killed.",
    "There were <q key=people;zero low=0 unit=casualty>no casualties</q>.",
    "The blast went off without causing <q key=people;zero low=0>casualties</q>.",
    "The bomb did not cause <q key=people;zero low=0>any casualties</q>.",
    "The shells fell in a field and <q key=people;zero high=0>nobody</q> was hurt.",
    "Police made <q key=people;zero low=0>no arrests</q>.",
    # not known is not none
    "It was not known whether there were casualties.",
    "No one knows where he is.",
]

THINGS = [
    "The rebels fired <q key=things low=2 unit=rocket>two rockets</q> at the base.",
    "The flood destroyed <q key=things low=12 unit=house>12 houses</q> and <q key=things low=3>three vehicles</q>.",
    "They demanded <q key=money low=5000 unit=dollar>$5,000</q> for the boy.",
    "The group published <q key=things low=20 unit=video>20 videos</q> that month.",
    "A ransom of <q key=money low=1500000>$1.5 million</q> was paid.",
]

NOT_COUNTS = [
    "The base lies 12 kilometers north of the city.",
    "He was sentenced to 12 years in prison.",
    "The shelling went on for three days.",
    "Resolution 242 was adopted in 1967.",
    "Ali Hassan, 34, was shot dead on 12 March 1990.",
    "The M-19 denied it on Tuesday.",
    "A Boeing 737 was hijacked at 2030.",
    "At one point the road was closed.",
    "It was the third attack this year.",
    "It remains one of the largest groups in the region.",
    "The men met at Street 15, house number 7.",
    "The 54-member council met on Monday.",
    "The two-day siege ended at 4 p.m. on Sunday.",
    "1. The government must release the list.",
    "The group was founded in March 2004.",
    "The 23rd division withdrew on 5 May.",
    "The base was handed over before the 19 March elections.",
    "Residents of the 23 de Enero district stayed home.",
]

TOLLS = [
    # The later number of a toll, not a range; a range where nothing rises.
    "The death toll rose from 12 to <q key=people;bare low=15 high=15>15</q> on Sunday.",
    "The fire killed <q low=12 high=15>from 12 to 15 people</q>.",
    "<q key=things low=2>Two blasts</q> went off, bringing to <q key=people;bare low=14>14</q> the number of people killed.",
    # Some of all.
    "<q key=people;part;bare low=3>Three of the dead</q> were nurses.",
    "<q key=people;part;bare low=2>Two of those killed</q> came from Oran.",
    # Right behind a verb, and in quotation marks.
    "A raid in Oran kills <q key=people;bare low=10 high=12>10-12</q>, monitors say.",
    'The raid killed <q low=4 high=- whom=miners>at least four" miners</q> near Oran.',
    # Rival numbers in a list.
    "<q low=3 high=5 best=->Three, four or five men</q> were hurt.",
]

FOREIGN = [
    # Digits of other scripts and raised ones are read as nothing.
    "They killed ١٢ people near Oran.",
    "They killed １２ people near Oran.",
    "They counted 12 ²²² boxes near Oran.",
]

ROWS = [*TOLLS, *FOREIGN, *FIGURES, *BOUNDS, *VAGUE, *ELIDED, *PARTS, *SINGLE, *ZERO, *THINGS, *NOT_COUNTS]
