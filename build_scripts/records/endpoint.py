"""Which endpoints and baseline characteristics there are, and what they are called."""

from typing import Literal

from build_scripts.records.common import Record, Words

Endpoint = Literal[
    "orr", "cr", "ongoing_response", "ongoing_cr", "progressive_disease", "dor_median", "docr_median", "dor_rate",
    "relapse_rate",
    "efs_median", "pfs_median", "os_median", "ttf_median", "efs_rate", "pfs_rate", "os_rate", "dss_rate", "ffs_rate",
    "efs_hr", "pfs_hr", "os_hr", "ffs_hr", "ttf_hr", "orr_or", "cr_or", "pfs_or", "os_or",
    "crs_any", "crs_grade3plus", "neurotoxicity_any", "neurotoxicity_grade3plus", "ae_grade3plus", "infection_any",
    "infection_grade3plus", "fungal_infection", "fungal_infection_rate",
    "cytopenia_grade3plus", "neutropenia_grade3plus", "anaemia_grade3plus", "thrombocytopenia_grade3plus",
    "prolonged_cytopenia", "neutropenia_profound", "neutropenia_prolonged", "neutropenia_severe_median",
    "neutropenia_severe_14_days", "thrombocytopenia_severe", "anaemia_severe",
    "late_icaht_grade2plus", "t_icaht_early_any", "t_icaht_early_grade3plus", "t_icaht_late_any",
    "t_icaht_late_grade3plus", "bleeding", "thrombosis", "seizure", "second_malignancy", "same_crs_grade",
    "same_icans_grade", "crs_or", "neurotoxicity_or", "icaht_or", "tocilizumab", "corticosteroids", "icu", "trm",
    "nrm", "infused", "not_infused", "still_treated", "transplanted", "crossover", "time_to_infusion_median",
    "vein_to_vein_median", "collection_minimum", "collection_target",
]  # fmt: skip
Measure = Literal[
    "enrolled", "leukapheresed", "infused", "age_median", "age_65_or_over", "age_75_or_over", "prior_lines_median",
    "prior_lines_2", "prior_lines_3_or_more", "prior_lines_4_or_more", "refractory", "refractory_last_line",
    "primary_refractory_history", "early_relapse", "never_complete_response", "prior_autologous", "prior_allogeneic",
    "bridging", "dlbcl", "transformed", "pmbcl", "fl3b", "hgbl", "double_hit", "secondary_cns", "ecog_1_or_more",
    "ecog_2_or_more", "ki67_30_or_more", "blastoid_pleomorphic", "tp53", "pod24", "smipi_intermediate_high",
    "btki_refractory", "btki_relapsed", "btki_ibrutinib", "btki_acalabrutinib", "btki_both", "trial_ineligible",
    "out_of_specification",
]  # fmt: skip
Group = Literal[
    "response", "event_free", "progression_free", "overall", "duration", "toxicity", "mortality", "delivery"
]
"""Under which heading a figure stands in tables: in this order."""


class EndpointWords(Record):
    """The name of one endpoint ; its id, one of `Endpoint`, is the key."""

    name: Words
    """As a table writes it, after its abbreviation has been explained: `ORR`, `CRS, grade 3 or higher`."""
    group: Group


class MeasureWords(Record):
    """The name of one characteristic of the patients at entry; its id, one of `Measure`, is the key."""

    name: Words
